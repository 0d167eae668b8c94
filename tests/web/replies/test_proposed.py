"""A letter tells what was proposed; what happened since can forbid it."""

from __future__ import annotations

import pytest

from gongkai.statute.events import Asked, Kind
from gongkai.values.errors import NotAllowed
from gongkai.web.applications.cases import state_of
from gongkai.web.letters.actions.draft import draft
from gongkai.web.replies.facts import subject_of
from gongkai.web.replies.proposed import first_facts, proposal_for, still_holds, unproposed
from tests.web.applications.lives import DAY, entered
from tests.web.offices import Office
from tests.web.replies.desk import LATER, NOON, applied, intended, numbered, signed, typed


def test_without_a_proposal_nothing_is_decided(bureau: Office) -> None:
    one = applied(bureau)
    letter = draft(bureau.actor("handler"), subject_of(one), "D10", typed("D10"), on=LATER, now=NOON)
    signed(bureau, letter)
    with pytest.raises(NotAllowed, match="拟定处理意见"):
        numbered(bureau, letter)
    assert "拟定" in unproposed(one, "disclosed.already_public")
    made = intended(bureau, one, "disclosed.already_public")
    assert unproposed(one, "disclosed.already_public") == ""
    assert proposal_for(one, "disclosed.already_public") == made
    assert numbered(bureau, letter).number


def test_what_happened_since_forbids_it(bureau: Office) -> None:
    one = applied(bureau)
    intended(bureau, one, "disclosed.already_public")
    still_holds(state_of(one, DAY), "disclosed.already_public")
    entered(bureau, one, Kind.CONSULTATION_SENT, LATER, id="1", to=Asked.THIRD_PARTY)
    with pytest.raises(NotAllowed, match="征求意见尚未结束"):
        still_holds(state_of(one, LATER), "disclosed.already_public")


def test_what_was_written_comes_into_the_letter(bureau: Office) -> None:
    one = applied(bureau)
    assert first_facts(one, ("not_processed.petition",)) == {}
    made = intended(bureau, one, "not_processed.petition")
    made.facts = {"petition_finding": "属于投诉。", "search_record": "不用于这一种"}
    made.save()
    found = first_facts(one, ("disclosed.already_public", "not_processed.petition"))
    assert found == {"petition_finding": "属于投诉。", "decision": "not_processed.petition"}
    page = bureau.client("handler").get(f"/office/applications/{one.number}/letters/D19/").content.decode()
    assert "属于投诉。" in page
    assert 'name="corrected_on"' not in page
