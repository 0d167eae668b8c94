"""The page of a case shows its letters and offers what may be drafted."""

from __future__ import annotations

import datetime as dt

from gongkai.statute.events import Kind
from gongkai.web.applications.cases import state_of
from gongkai.web.replies.case_page import letters, may_reply
from tests.web.applications.lives import DAY, entered
from tests.web.offices import Office
from tests.web.replies.desk import LATER, applied, replied, written


def test_the_letters_are_on_the_page(bureau: Office) -> None:
    one = applied(bureau)
    page = bureau.client("handler").get(f"/office/applications/{one.number}/").content.decode()
    assert "还没有文书" in page
    assert "起草答复书" in page
    letter = written(bureau, one)
    page = bureau.client("reviewer").get(f"/office/applications/{one.number}/").content.decode()
    assert f"/office/replies/{letter.pk}/" in page
    assert letters(bureau.actor("publisher", 1), state_of(one, LATER)) is not None
    assert letters(bureau.actor("system_administrator"), state_of(one, LATER)) is None


def test_when_a_reply_may_be_drafted(bureau: Office) -> None:
    one = applied(bureau)
    assert may_reply(state_of(one, DAY)) == ""
    entered(bureau, one, Kind.CORRECTION_NOTICE, LATER, until=LATER + dt.timedelta(14))
    assert "等待补正" in may_reply(state_of(one, LATER))
    other = applied(bureau)
    replied(bureau, other)
    assert may_reply(state_of(other, LATER)) == ""
