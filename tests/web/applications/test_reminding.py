"""The reminders of each day in the life of a case: near, over, waiting in vain, not confirmed."""

from __future__ import annotations

import datetime as dt

from gongkai.statute.events import Channel, Kind
from gongkai.web.applications.cases import calendar_of, state_of
from gongkai.web.applications.models import Application
from gongkai.web.applications.reminding import (
    AWAITED,
    DUE,
    OVERDUE,
    UNANSWERED,
    Reminder,
    reminders,
)
from tests.web.applications.lives import DAY, entered, filed
from tests.web.offices import Office


def on(office: Office, one: Application, day: dt.date) -> list[Reminder]:
    return list(reminders(office.organ, day, calendar_of(one)))


def test_near_and_over(office: Office) -> None:
    one, _ = filed(office)
    clock, calendar = state_of(one, DAY).clock, calendar_of(one)
    assert clock is not None
    due = clock.strict
    assert due is not None
    assert on(office, one, DAY) == []
    kinds = {}
    day = DAY
    while day < due + dt.timedelta(30):
        day = calendar.nth_after(day, 1)
        for each in on(office, one, day):
            kinds[each.key] = (each.kind, each.to)
    assert [kind for kind, _ in kinds.values()] == [DUE] * 3 + [OVERDUE] * 3
    assert "leader" in list(kinds.values())[-1][1]


def test_a_closed_case_is_quiet(office: Office) -> None:
    one, _ = filed(office)
    entered(office, one, Kind.WITHDRAWN, DAY)
    assert on(office, one, DAY + dt.timedelta(60)) == []


def test_waiting_in_vain(office: Office) -> None:
    one, _ = filed(office)
    until = DAY + dt.timedelta(20)
    entered(office, one, Kind.CORRECTION_NOTICE, DAY, until=until)
    assert on(office, one, until) == []
    told = on(office, one, until + dt.timedelta(1))
    assert [(each.kind, each.values["matter"]) for each in told] == [(AWAITED, "申请人补正")]


def test_not_confirmed_within_a_working_day(office: Office) -> None:
    one, _ = filed(office, Channel.INTERNET)
    assert on(office, one, DAY) == []
    assert [each.kind for each in on(office, one, DAY + dt.timedelta(1))] == [UNANSWERED]
