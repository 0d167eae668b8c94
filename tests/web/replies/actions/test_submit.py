"""To the reviewers, once; again only after a change."""

from __future__ import annotations

import pytest

from gongkai.values.errors import NotAllowed
from gongkai.web.letters.actions.draft import redraft
from gongkai.web.replies.actions.submit import send_to_review
from gongkai.web.rights.actor import Forbidden
from tests.web.offices import Office
from tests.web.replies.desk import LATER, NOON, applied, numbered, signed, typed, written


def test_once_and_again_after_a_change(bureau: Office) -> None:
    clerk, letter = bureau.actor("handler"), written(bureau, applied(bureau))
    file = send_to_review(clerk, letter, 0, NOON)
    with pytest.raises(NotAllowed, match="正在审核"):
        send_to_review(clerk, letter, file.position, NOON)
    again = redraft(clerk, letter, typed("D13", reasons="另写的理由。"), on=LATER, seen=1, now=NOON)
    after = send_to_review(clerk, again, file.position, NOON)
    assert after.id == file.id
    assert after.review.hash != file.review.hash


def test_who_and_what(bureau: Office, other_office: Office) -> None:
    letter = written(bureau, applied(bureau))
    for actor in (bureau.actor("reviewer"), other_office.actor("handler")):
        with pytest.raises(Forbidden):
            send_to_review(actor, letter, 0, NOON)
    form = written(bureau, applied(bureau), "F04", file_number="1", files=typed("F04")["files"])
    with pytest.raises(NotAllowed, match="不需要送审"):
        send_to_review(bureau.actor("handler"), form, 0, NOON)
    issued = numbered(bureau, signed(bureau, letter))
    with pytest.raises(NotAllowed, match="已经编号"):
        send_to_review(bureau.actor("handler"), issued, 0, NOON)
