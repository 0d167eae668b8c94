"""The letters that an applicant finds: to him, sent, not voided; with what goes with them."""

from __future__ import annotations

import pytest

from gongkai.web.applying.letters import mail_of
from tests.web.letters.bureau import equip
from tests.web.offices import Office
from tests.web.replies.desk import applied, numbered, replied, signed, written


def test_what_was_sent_to_him(office: Office) -> None:
    equip(office)
    one = applied(office)
    letter = written(office, one)
    assert mail_of(one) == []
    numbered(office, signed(office, letter))
    assert mail_of(one) == []
    other = applied(office)
    replied(office, other)
    (mail,) = mail_of(other)
    assert mail.is_reply
    assert mail.files == ()  # on paper alone
    assert mail_of(one) == []


@pytest.mark.parametrize("kind", ["D05"])
def test_not_what_was_written_to_others(office: Office, kind: str) -> None:
    equip(office)
    one = applied(office)
    replied(office, one, kind)
    assert mail_of(one) == []
