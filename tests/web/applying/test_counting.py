"""The calculator is the core's clock and nothing else."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from gongkai.statute.clocks import clock
from gongkai.statute.events import Channel, Event, Kind
from gongkai.statute.settings import Settings
from gongkai.statute.working_days import Calendar
from gongkai.web.applying.counting import counted, events_of

CALENDAR = Calendar.national()
DAY = dt.date(2026, 3, 2)
LATER = DAY + dt.timedelta(7)


@given(st.dates(dt.date(2019, 5, 15), dt.date(2027, 12, 1)))
def test_a_day_of_receipt_is_the_core_s(day: dt.date) -> None:
    mine = counted({"received": day}, day, CALENDAR)
    core = clock([Event(Kind.RECEIVED, day, channel=Channel.IN_PERSON)], day, CALENDAR, Settings.default())
    assert (mine.strict, mine.lenient, mine.provisional, mine.steps) == (
        core.strict, core.lenient, core.provisional, core.steps,
    )  # fmt: skip


def test_every_day_becomes_its_event() -> None:
    names = ("notice_on", "corrected_on", "fee_on", "paid_on", "asked_on", "answered_on", "extended_on")
    values = dict.fromkeys(names, LATER) | {"received": DAY, "extended_days": 5}
    assert {event.kind for event in events_of(values)} == {
        Kind.RECEIVED, Kind.CORRECTION_NOTICE, Kind.CORRECTED, Kind.FEE_NOTICE, Kind.FEE_PAID,
        Kind.CONSULTATION_SENT, Kind.CONSULTATION_RETURNED, Kind.EXTENDED,
    }  # fmt: skip


def test_what_is_left_out_moves_the_day() -> None:
    plain = counted({"received": DAY}, DAY, CALENDAR).strict
    asked = {"received": DAY, "asked_on": DAY, "answered_on": LATER}
    assert plain
    assert counted(asked, DAY, CALENDAR).strict == CALENDAR.nth_after(plain, 5)
    awaited = counted({"received": DAY, "asked_on": DAY}, LATER, CALENDAR)
    assert awaited.on == LATER
    assert awaited.strict
    assert awaited.strict > plain
    stopped = counted({"received": DAY, "notice_on": LATER}, DAY, CALENDAR)
    assert stopped.strict is None
