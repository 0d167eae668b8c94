"""办理期限: what the clock of one application says on a day, from the events known by then.

``due = min{ D : working days in (B, D] that are not left out = period + extension }``. B is the base:
the day of receipt, or of the corrected application, or of the payment. What is left out is the union of
the days of consultations. Two dates are kept: the *strict* one counts from the real day and drives
alarms, the *lenient* one moves a base on a rest day to the next working day and decides what was late.

>>> import datetime as dt
>>> from gongkai.statute.events import Event, Kind
>>> known = [Event(Kind.RECEIVED, dt.date(2026, 9, 18)),
...          Event(Kind.EXTENDED, dt.date(2026, 10, 9), days=20, approved_by="公开办主任")]
>>> str(clock(known, dt.date(2026, 10, 9), Calendar.national(), Settings.default()).strict)
'2026-11-19'

Source: 政府信息公开条例第三十条至第三十六条; 国办函〔2020〕109号; 民事诉讼法第八十五条 (by analogy).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from gongkai.statute.account import Step
from gongkai.statute.case import NOT_ASKED, Case, periods_on
from gongkai.statute.case_events import ACTS
from gongkai.statute.case_guards import A30, A32, A33, A34
from gongkai.statute.case_steps import steps
from gongkai.statute.case_words import (
    CLOSED,
    CONFIRMING,
    CONSULTING,
    CORRECTION_PENDING,
    DECIDED,
    DELIVERED,
    FEE_PENDING,
    KINDS,
    PROCESSING,
    REPLY_LATE,
    Breach,
    Stage,
)
from gongkai.statute.events import Asked, Event, Kind
from gongkai.statute.settings import Settings
from gongkai.statute.working_days import Calendar
from gongkai.values.dates import day_words
from gongkai.values.errors import NotAllowed

WAITING = frozenset((CORRECTION_PENDING, FEE_PENDING, CLOSED))
"""Stages in which no reply period runs."""

_new = tuple.__new__
"""Makes a :class:`Clock` of its fields in a third of the time of ``Clock(…)``."""

NO_DAYS = (None, None)

OWING = frozenset((PROCESSING, CONSULTING, DECIDED, DELIVERED))
"""Stages in which a reply that has not come is late once its day is over."""


class EventNotAllowed(NotAllowed):
    """The law refuses an event at its place; ``number`` is that of the event, from 1."""

    def __init__(self, sentence: str, article: str, number: int) -> None:
        super().__init__(sentence, article)
        self.number = number

    def __reduce__(self) -> tuple[type[EventNotAllowed], tuple[str, str, int]]:  # type: ignore[override]
        """Survive the way from a worker process."""
        return type(self), (self.sentence, self.article, self.number)


class Due(NamedTuple):
    """A deadline that is still awaited: ``reply``, ``correction_notice``, ``correction``,
    ``opinion:ID``, ``payment``.
    """

    id: str
    on: dt.date
    article: str


class Clock(NamedTuple):
    """What the clock says on a day.

    ``strict`` and ``lenient`` are the last days for the reply; None while a correction or a payment is
    awaited, before a receipt, and after the end. ``timely`` is None until the reply is sent or overdue.
    What else it says is read from its case.
    """

    strict: dt.date | None
    lenient: dt.date | None
    stage: Stage
    timely: bool | None
    on: dt.date
    case: Case

    @property
    def outcome(self) -> str | None:
        """The result row that the case has fallen into, if it has."""
        return self.case.outcome

    @property
    def breaches(self) -> tuple[Breach, ...]:
        """What was done too late or at a wrong time, in the order in which it was found."""
        noted = self.case.breaches
        return (*noted, REPLY_LATE) if self.timely is False and REPLY_LATE not in noted else noted

    @property
    def without_restart(self) -> dt.date | None:
        """The strict date had a late correction notice not restarted the period (A4)."""
        return self.case.without_restart

    @property
    def deadlines(self) -> tuple[Due, ...]:
        """What is still awaited, in the order in which it began; found when it is read."""
        return _deadlines(self.case, self.stage, self.strict, self.on)

    @property
    def provisional(self) -> bool:
        """Whether a date of it was counted into a year without a notice."""
        return _provisional(self.case, self.strict, self.lenient, self.deadlines)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The account of the strict date, day by day; while nothing runs, up to the day asked about."""
        return steps(self.case, self.strict, self.on)


def clock(events: Sequence[Event], on: dt.date, calendar: Calendar, settings: Settings) -> Clock:
    """The clock on the day ``on``; events after it are ignored, those of one day stand in the order given.

    Raises :class:`NotAllowed` where the law refuses an event at its place; the sentence names its number.
    """
    return clock_of(case_on(on, events, calendar, settings), on)


def clock_of(case: Case, on: dt.date) -> Clock:
    """What the clock of a case says on a day, its last event being of that day or earlier.

    The case is not changed: one that got no event since may be asked day after day. Raises
    :class:`NotAllowed` for a case without an event.
    """
    stage = case.stage_on(on)
    if stage is None:
        raise NotAllowed(
            f"到{day_words(on)}为止没有提交或者收到申请的记录，无从计算期限。请先登记申请。", A33
        )
    strict, lenient = NO_DAYS if stage in WAITING else case.due(on)
    timely = None
    if lenient is not None:
        done = case.delivered if case.reading.timely_by_delivery else case.dispatched
        if done is not None:
            timely = done <= lenient
        elif on > lenient and stage in OWING:
            timely = False
    return _new(Clock, (strict, lenient, stage, timely, on, case))


def case_on(on: dt.date, events: Sequence[Event], calendar: Calendar, settings: Settings) -> Case:
    """The case after all its events up to a day, without those that were taken back.

    Raises :class:`NotAllowed` as :func:`clock` does.
    """
    if events and events[-1].on <= on:  # mostly they stand in order, none is refused and none taken back
        try:
            last = events[0].on
            case = Case().of(calendar, settings, periods_on(last))
            for event in events:
                if event.on < last:
                    break
                last = event.on
                ACTS[case.stage][event.kind](case, event)
            else:
                return case
        except NotAllowed:  # an event is refused, or takes back another, which nothing does where it stands
            return _walk(events, on, calendar, settings)
    return _walk(events, on, calendar, settings)


def _walk(events: Sequence[Event], on: dt.date, calendar: Calendar, settings: Settings) -> Case:
    """The case after all events up to a day, in the order of their days; says which event is refused."""
    voided = _voided(events, on)
    left = (number for number in range(len(events)) if number not in voided)
    order = sorted(left, key=lambda number: events[number].on)
    case = Case().of(calendar, settings, periods_on(events[order[0]].on if order else on))
    for number in order:
        event = events[number]
        if event.on > on:
            break
        try:
            ACTS[case.stage][event.kind](case, event)
        except NotAllowed as error:
            raise _not_allowed(number, event, error.sentence, error.article) from None
    return case


def _voided(events: Sequence[Event], on: dt.date) -> frozenset[int]:
    """The places of the events that later ones take back, and of those; what takes back nothing stays."""
    out: set[int] = set()
    order = sorted((event.on, number) for number, event in enumerate(events) if event.on <= on)
    for number in [number for _, number in order if events[number].kind is Kind.VOIDED]:
        event = events[number]
        taken = (event.of or 0) - 1
        if not 0 <= taken < number or taken in out:
            continue
        if events[taken].kind is not Kind.VOIDED and events[taken].on <= event.on:
            out.update((taken, number))
    return frozenset(out)


def _not_allowed(number: int, event: Event, why: str, article: str) -> EventNotAllowed:
    where = f"第{number + 1}条记录（{day_words(event.on)}，{KINDS[event.kind]}）不能成立："
    return EventNotAllowed(f"{where}{why}", article, number + 1)


def _deadlines(case: Case, stage: Stage, strict: dt.date | None, on: dt.date) -> tuple[Due, ...]:
    """What is still awaited, in the order in which it began."""
    out: list[Due] = []
    running = stage is PROCESSING or stage is CONSULTING
    if strict is not None and case.dispatched is None:
        article = case.periods.article if case.set_day is None else case.set_day.article
        out.append(Due("reply", strict, article))
    may_ask = (running or stage is CONFIRMING) and case.correction is NOT_ASKED and case.remanded is None
    if may_ask and (receipt := case.first) is not None:
        last = case.calendar.nth_after(receipt.strict, case.periods.correction_notice)
        out.append(Due("correction_notice", last, A30))
    if stage is CORRECTION_PENDING and case.correction.last is not None:
        out.append(Due("correction", case.correction.last, A30))
    if stage is FEE_PENDING and case.fee.last is not None:
        out.append(Due("payment", case.fee.last, case.fee.article))
    if running:
        for one in case.awaited():
            if one.last is not None and on <= one.last:
                article = A34 if one.to is Asked.JOINT_MAKER else A32
                out.append(Due(f"opinion:{one.asked.id}", one.last, article))
    return tuple(out)


def _provisional(
    case: Case, strict: dt.date | None, lenient: dt.date | None, deadlines: Sequence[Due]
) -> bool:
    """Whether a date was counted into a year without a notice; one that somebody set never is."""
    known = case.calendar.known
    if case.set_day is None and not all(day is None or known(day) for day in {strict, lenient}):
        return True
    is_set = {"reply", "correction"} if case.correction.is_set else {"reply"}
    return not all(known(due.on) for due in deadlines if due.id not in is_set)
