"""The page of a case shows its letters and offers what may be drafted."""

from __future__ import annotations

import datetime as dt

from gongkai.statute.events import Kind
from gongkai.web.applications.cases import state_of
from gongkai.web.replies.case_page import letters, may_write
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


def test_letters_are_drafted_at_every_stage(bureau: Office) -> None:
    """What the letter of a notice tells is often entered first: the case waits for its answer then."""
    one = applied(bureau)
    assert may_write(state_of(one, DAY)) == ""
    entered(bureau, one, Kind.FEE_NOTICE, LATER, amount=100, approved_by="负责人")
    assert may_write(state_of(one, LATER)) == ""
    page = bureau.client("handler").get(f"/office/applications/{one.number}/letters/").content.decode()
    assert f"/office/applications/{one.number}/letters/D08/" in page
    assert f"/office/applications/{one.number}/letters/D13/" not in page
    assert "等待缴费" in page
    other = applied(bureau)
    replied(bureau, other)
    assert may_write(state_of(other, LATER)) == ""
    assert may_write(state_of(other, DAY - dt.timedelta(1))) is None
