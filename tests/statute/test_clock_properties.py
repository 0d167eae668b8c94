"""Properties P1 to P10 of the clocks, with Hypothesis."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.statute.clocks import Clock, clock
from gongkai.statute.events import Asked, Event, Kind
from gongkai.statute.holiday_notices import Festival, Notice
from gongkai.statute.reply_due import reply_due
from gongkai.statute.settings import Settings
from gongkai.statute.working_days import Calendar
from gongkai.values.errors import NotAllowed
from tests.oracle.cases import case as random_case

CALENDAR, DEFAULT = Calendar.national(), Settings.default()
NINGXIA = CALENDAR.with_region("640000")
RECEIVED = st.dates(dt.date(2019, 6, 1), dt.date(2026, 8, 1))
SPAN = st.tuples(st.integers(0, 15), st.integers(0, 40))
LATER = dt.timedelta(days=1)


def ask(on: dt.date, *events: Event, calendar: Calendar = CALENDAR) -> Clock:
    return clock(events, on, calendar, DEFAULT)


def received(on: dt.date) -> Event:
    return Event(Kind.RECEIVED, on)


def extended(on: dt.date, days: int) -> Event:
    return Event(Kind.EXTENDED, on, days=days, approved_by="公开办主任")


def consulted(on: dt.date, span: tuple[int, int], name: str) -> tuple[Event, Event]:
    start = on + dt.timedelta(days=span[0])
    return (
        Event(Kind.CONSULTATION_SENT, start, id=name, to=Asked.OTHER_ORGAN),
        Event(Kind.CONSULTATION_RETURNED, start + dt.timedelta(days=span[1]), id=name),
    )


def due(on: dt.date, spans: list[tuple[int, int]], days: int = 0) -> Clock:
    events = [received(on)] + ([extended(on, days)] if days else [])
    for number, span in enumerate(spans):
        events += consulted(on, span, str(number))
    end = max(event.on for event in events)
    return ask(end, *sorted(events, key=lambda event: event.on))


def strict(found: Clock) -> dt.date:
    assert found.strict is not None
    return found.strict


@given(RECEIVED, st.lists(SPAN, max_size=3), st.integers(0, 20))
def test_p1_p3_due_is_a_working_day_and_the_account_counts_to_it(
    on: dt.date, spans: list[tuple[int, int]], days: int
) -> None:
    found = due(on, spans, days)
    assert strict(found) > on
    assert CALENDAR.is_working(strict(found))
    assert sum(step.counts for step in found.steps) == 20 + days <= 40
    assert found.steps[-1].on == found.strict
    assert found.steps[-1].counts


@given(RECEIVED, st.lists(SPAN, max_size=2), SPAN, st.integers(0, 20))
def test_p2_an_exclusion_more_or_longer_never_makes_due_earlier(
    on: dt.date, spans: list[tuple[int, int]], more: tuple[int, int], longer: int
) -> None:
    without, with_it = due(on, spans), due(on, [*spans, more])
    lengthened = due(on, [*spans, (more[0], more[1] + longer)])
    assert strict(without) <= strict(with_it) <= strict(lengthened)


@given(RECEIVED, st.lists(st.integers(1, 12), min_size=1, max_size=6))
def test_p4_extensions_never_exceed_twenty(on: dt.date, days: list[int]) -> None:
    events, used = [received(on)], 0
    for one in days:
        if used + one <= 20:
            used += one
            events.append(extended(on, one))
        else:
            with pytest.raises(NotAllowed, match="合计不得超过20个工作日"):
                ask(on, *events, extended(on, one))
    assert strict(ask(on, *events)) == CALENDAR.nth_after(on, 20 + used)


@given(RECEIVED, st.integers(1, 30))
def test_p4_an_extension_after_due_is_refused(on: dt.date, late: int) -> None:
    last = ask(on, received(on)).lenient
    assert last is not None
    assert ask(last, received(on), extended(last, 1)).strict
    day = last + dt.timedelta(days=late)
    with pytest.raises(NotAllowed, match="届满"):
        ask(day, received(on), extended(day, 1))


CLOSING = (
    (Event(Kind.WITHDRAWN, dt.date(2026, 6, 3)),),
    (
        Event(Kind.CORRECTION_NOTICE, dt.date(2026, 6, 3), until=dt.date(2026, 6, 20)),
        Event(Kind.CORRECTION_LAPSED, dt.date(2026, 6, 21)),
    ),
)


@given(st.sampled_from(CLOSING), st.sampled_from([kind for kind in Kind if kind is not Kind.REMANDED]))
def test_p5_terminals_absorb(closing: tuple[Event, ...], kind: Kind) -> None:
    end = dt.date(2026, 6, 22)
    opened = (received(dt.date(2026, 6, 1)), *closing)
    assert ask(end, *opened).stage == "closed"
    with pytest.raises(NotAllowed):
        ask(end, *opened, Event(kind, end, id="x", to=Asked.THIRD_PARTY, days=1, amount=1, approved_by="甲"))


@given(RECEIVED, SPAN, SPAN)
def test_p6_the_union_is_at_most_the_sum(on: dt.date, one: tuple[int, int], two: tuple[int, int]) -> None:
    left_out = 0
    for span in (one, two):
        start = on + dt.timedelta(days=span[0])
        left_out += CALENDAR.count_between(start, start + dt.timedelta(days=span[1]))
    assert strict(due(on, [one, two])) <= CALENDAR.nth_after(on, 20 + left_out)


def test_p7_one_correction_notice() -> None:
    on = dt.date(2026, 6, 3)
    notice = Event(Kind.CORRECTION_NOTICE, on, notice_received_on=on)
    with pytest.raises(NotAllowed, match="一次性"):
        ask(on, received(on), notice, Event(Kind.CORRECTED, on), notice)


@given(RECEIVED, st.lists(SPAN, max_size=2), st.integers(0, 20), st.integers(0, 5), st.booleans())
def test_p8_a_restart_forgets_what_was_left_out(
    on: dt.date, spans: list[tuple[int, int]], days: int, wait: int, paid: bool
) -> None:
    events = [received(on)] + ([extended(on, days)] if days else [])
    for number, span in enumerate(spans):
        events += consulted(on, (min(span[0], 5), min(span[1], 5)), str(number))
    notice = max(event.on for event in events)
    again = notice + dt.timedelta(days=wait)
    if paid and notice >= dt.date(2021, 1, 1):
        events += [Event(Kind.FEE_NOTICE, notice, amount=100), Event(Kind.FEE_PAID, again)]
    else:
        events += [Event(Kind.CORRECTION_NOTICE, notice), Event(Kind.CORRECTED, again)]
    events.sort(key=lambda event: event.on)
    assert strict(ask(again, *events)) == CALENDAR.nth_after(again, 20)


@given(RECEIVED, st.lists(SPAN, max_size=2))
def test_p9_days_added_by_a_region_never_make_due_earlier(on: dt.date, spans: list[tuple[int, int]]) -> None:
    events = [received(on)]
    for number, span in enumerate(spans):
        events += consulted(on, span, str(number))
    events.sort(key=lambda event: event.on)
    end = events[-1].on
    # a consultation that leaves out the very days that the region adds may hold them at once
    assert reply_due(on, NINGXIA).strict >= reply_due(on, CALENDAR).strict
    assert strict(ask(end, *events, calendar=NINGXIA)) >= strict(ask(end, *events))


@given(RECEIVED, st.sets(st.integers(1, 60), min_size=1, max_size=10))
def test_p10_a_new_holiday_never_makes_due_earlier(on: dt.date, off: set[int]) -> None:
    days = tuple(on + dt.timedelta(days=n) for n in sorted(off))
    days = tuple(day for day in days if day.year == on.year)
    later = CALENDAR.with_notice(Notice(on.year, "示例", (Festival("示例节", days),))) if days else CALENDAR
    before, after = reply_due(on, CALENDAR), reply_due(on, later)
    assert after.strict >= before.strict
    assert after.lenient >= before.lenient


@given(st.integers(0, 10_000))
def test_strict_is_never_after_lenient_and_the_account_ends_on_it(seed: int) -> None:
    events, on = random_case(seed)
    try:
        found = clock(events, on, CALENDAR, DEFAULT)
    except NotAllowed:
        return
    if found.strict and found.lenient:
        assert found.strict <= found.lenient
    steps = found.steps
    if found.strict:
        assert steps[-1].on == found.strict
    assert all(one.on + LATER == two.on for one, two in pairwise(steps))
    assert all(step.why for step in steps)
