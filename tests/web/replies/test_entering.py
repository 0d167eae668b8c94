"""A letter and its case: the decision stands from the number on, the reply has left when every letter has."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.ledger.transitions import Stage
from gongkai.statute.events import Kind
from gongkai.values.errors import NotAllowed
from gongkai.web.applications.cases import state_of
from gongkai.web.letters.actions.void import void
from gongkai.web.replies.entering import NOTICES, decision_of, replies_of
from gongkai.web.replies.facts import events_of
from tests.web.applications.lives import entered
from tests.web.offices import Office
from tests.web.replies.desk import LATER, NOON, applied, gone, numbered, replied, signed, written


def test_a_reply_decides_and_leaves(bureau: Office) -> None:
    one = applied(bureau)
    letter = numbered(bureau, signed(bureau, written(bureau, one)))
    state = state_of(one, LATER)
    assert (state.stage, state.case.decisions) == (Stage.DECIDED, ("withheld.state_secret",))
    assert decision_of(letter) == "withheld.state_secret"
    gone(bureau, letter)
    state = state_of(one, LATER)
    assert (state.stage, state.case.row, state.case.row_on) == (
        Stage.DELIVERED,
        "withheld.state_secret",
        LATER,
    )


def test_several_decisions_leave_together(bureau: Office) -> None:
    one = applied(bureau)
    first = numbered(bureau, signed(bureau, written(bureau, one, "D10")))
    second = numbered(bureau, signed(bureau, written(bureau, one, "D13")))
    assert len(state_of(one, LATER).case.decisions) == 2
    gone(bureau, first)
    assert state_of(one, LATER).stage is Stage.DECIDED
    gone(bureau, second)
    state = state_of(one, LATER)
    assert state.stage is Stage.DELIVERED
    assert replies_of(one, state) == [first, second]


def test_what_is_voided_is_decided_no_more(bureau: Office) -> None:
    one = applied(bureau)
    letter = numbered(bureau, signed(bureau, written(bureau, one)))
    with pytest.raises(NotAllowed, match="批准权限"):
        void(bureau.actor("handler"), letter, "文种用错", seen=2, now=NOON)
    void(bureau.actor("office_head"), letter, "文种用错", seen=2, now=NOON)
    assert state_of(one, LATER).stage is Stage.PROCESSING


def test_a_correction_notice_that_goes_out_is_entered_once(bureau: Office) -> None:
    one = applied(bureau)
    until = LATER + dt.timedelta(14)
    gone(bureau, numbered(bureau, signed(bureau, written(bureau, one, "D02", correction_until=until))))
    state = state_of(one, LATER)
    assert state.stage is Stage.CORRECTION_PENDING
    assert [e.until for e in events_of(state, Kind.CORRECTION_NOTICE)] == [until]
    other = applied(bureau)
    entered(bureau, other, Kind.CORRECTION_NOTICE, LATER, until=until)
    gone(bureau, numbered(bureau, signed(bureau, written(bureau, other, "D02", correction_until=until))))
    assert len(events_of(state_of(other, LATER), Kind.CORRECTION_NOTICE)) == 1


def test_what_is_to_be_approved_is_approved_first(bureau: Office) -> None:
    one = applied(bureau)
    draft = signed(bureau, written(bureau, one, "D04"))
    with pytest.raises(NotAllowed, match="还没有批准登记"):
        numbered(bureau, draft)
    entered(bureau, one, Kind.EXTENDED, LATER, days=20, approved_by="工作机构负责人")
    gone(bureau, numbered(bureau, draft))
    assert len(events_of(state_of(one, LATER), Kind.EXTENDED)) == 1


def test_an_ending_that_came_by_itself_is_told_and_not_decided(bureau: Office) -> None:
    one = applied(bureau)
    entered(bureau, one, Kind.WITHDRAWN, LATER)
    letter = replied(bureau, one, "D26", decision="otherwise.other.withdrawn", withdrawal="书面撤回申请")
    state = state_of(one, LATER)
    assert (state.stage, state.case.row) == (Stage.CLOSED, "otherwise.other")
    assert replies_of(one, state) == []
    assert letter.number


def test_a_reply_while_a_correction_is_awaited_takes_no_number(bureau: Office) -> None:
    one = applied(bureau)
    letter = signed(bureau, written(bureau, one))
    entered(bureau, one, Kind.CORRECTION_NOTICE, LATER, until=LATER + dt.timedelta(14))
    with pytest.raises(NotAllowed, match="正在等待申请人补正"):
        numbered(bureau, letter)
    assert state_of(one, LATER).case.decisions == ()


def test_every_notice_is_an_event_of_its_document() -> None:
    from gongkai.letters.document import document

    assert all(str(kind) in document(id).events for id, kind in NOTICES.items())


def test_after_a_remand_the_reply_is_made_anew_and_the_first_result_stays(bureau: Office) -> None:
    one = applied(bureau)
    first = replied(bureau, one)
    entered(bureau, one, Kind.REMANDED, LATER, until=LATER + dt.timedelta(30))
    state = state_of(one, LATER)
    assert state.stage is Stage.PROCESSING
    assert replies_of(one, state) == []
    second = replied(bureau, one, "D10")
    state = state_of(one, LATER)
    assert (state.stage, state.case.decisions) == (Stage.DELIVERED, ("disclosed.already_public",))
    assert replies_of(one, state) == [second]
    assert first != second
    assert state.case.row == "withheld.state_secret"
