"""Entering: the core is asked first, the position is the lock, what is refused leaves nothing."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.statute.events import Asked, Channel, Event, Kind
from gongkai.values.errors import NotAllowed
from gongkai.web.applications.actions.enter import enter, right_for
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.models import ApplicationRow, Standing
from gongkai.web.audit.models import AuditLine
from gongkai.web.entries.row import Taken
from gongkai.web.rights.actor import Forbidden
from gongkai.web.rights.roles import all_rights
from tests.web.applications.lives import DAY, at, entered, filed
from tests.web.offices import Office

LATER = DAY + dt.timedelta(7)


def test_every_kind_has_a_right_that_there_is() -> None:
    assert {right_for(kind) for kind in Kind} <= all_rights()


def test_a_whole_life(office: Office) -> None:
    one, _ = filed(office)
    entered(office, one, Kind.CONSULTATION_SENT, LATER, id="1", to=Asked.THIRD_PARTY)
    entered(office, one, Kind.CONSULTATION_RETURNED, LATER + dt.timedelta(5), id="1")
    entered(office, one, Kind.DECIDED, LATER + dt.timedelta(6), decision="disclosed.supplied")
    state = entered(office, one, Kind.DISPATCHED, LATER + dt.timedelta(6))
    assert state.case.row == "disclosed"
    standing = Standing.objects.for_organ(office.organ).get()
    assert (standing.row, standing.closed_on, standing.due) == ("disclosed", LATER + dt.timedelta(6), None)
    assert standing.timely is True
    acts = AuditLine.objects.filter(subject=one.number).values_list("act", flat=True)
    assert list(acts)[:2] == ["applications.file", "applications.submitted"]
    assert len(acts) == 6


def test_what_the_transitions_refuse_leaves_nothing(office: Office) -> None:
    one, _ = filed(office)
    before = ApplicationRow.objects.count()
    with pytest.raises(NotAllowed, match="补正"):
        entered(office, one, Kind.CORRECTED, LATER)
    assert ApplicationRow.objects.count() == before
    assert Standing.objects.for_organ(office.organ).get().position == 1


def test_what_the_clock_refuses_leaves_nothing(office: Office) -> None:
    one, _ = filed(office)
    with pytest.raises(NotAllowed):
        entered(office, one, Kind.EXTENDED, LATER, days=400, approved_by="甲")
    assert state_of(one, LATER).position == 1


def test_a_second_correction_notice(office: Office) -> None:
    one, _ = filed(office)
    entered(office, one, Kind.CORRECTION_NOTICE, DAY + dt.timedelta(1), until=DAY + dt.timedelta(20))
    entered(office, one, Kind.CORRECTED, DAY + dt.timedelta(9))
    with pytest.raises(NotAllowed, match="一次性告知"):
        entered(office, one, Kind.CORRECTION_NOTICE, DAY + dt.timedelta(10), until=DAY + dt.timedelta(30))


def test_who_has_seen_less_is_told(office: Office) -> None:
    one, _ = filed(office)
    entered(office, one, Kind.CORRECTION_NOTICE, DAY + dt.timedelta(1), until=DAY + dt.timedelta(20))
    with pytest.raises(Taken):
        enter(
            office.actor("office_head"),
            one,
            Event(Kind.EXTENDED, LATER, days=20, approved_by="甲"),
            1,
            at(LATER),
        )


def test_a_day_that_has_not_come(office: Office) -> None:
    one, _ = filed(office)
    with pytest.raises(NotAllowed, match="还没有到"):
        enter(
            office.actor("handler"),
            one,
            Event(Kind.DECIDED, LATER, decision="disclosed.supplied"),
            1,
            at(DAY),
        )


def test_rights(office: Office, other_office: Office) -> None:
    one, _ = filed(office)
    with pytest.raises(Forbidden):
        entered(office, one, Kind.EXTENDED, LATER, role="handler", days=20, approved_by="甲")
    with pytest.raises(Forbidden, match="不属于本机关"):
        enter(other_office.actor("office_head"), one, Event(Kind.WITHDRAWN, LATER), 1, at(LATER))


def test_over_the_internet_it_waits_for_confirmation(office: Office) -> None:
    one, _ = filed(office, Channel.INTERNET)
    standing = Standing.objects.for_organ(office.organ).get()
    assert (standing.stage, standing.received_on) == ("confirming", None)
    assert standing.due is not None
    state = entered(office, one, Kind.RECEIVED, DAY + dt.timedelta(1), channel=Channel.INTERNET)
    assert state.case.received_on == DAY + dt.timedelta(1)


def test_taking_back(office: Office) -> None:
    one, _ = filed(office)
    entered(office, one, Kind.CORRECTION_NOTICE, DAY + dt.timedelta(1), until=DAY + dt.timedelta(20))
    state = entered(office, one, Kind.VOIDED, DAY + dt.timedelta(2), of=2)
    assert str(state.stage) == "processing"
