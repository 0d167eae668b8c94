"""A life of an application, drawn step by step as an office would live it, for the oracle's random cases.

Days are drawn close to where the law turns: last days and the days after them, rest days, make-up days, Spring
Festival, National Day, the ends of the years 2024 to 2027.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta

from gongkai.statute.events import Asked, Channel, Event, Kind

from .case import Case
from .days import NATIONAL, OFF, ON, ONE, Days
from .rules import RULES, SEVERAL, SINGLE

ROWS = sorted(SINGLE - {"unavailable.still_unclear"}) + sorted(SEVERAL)
"""Decisions that an office may take in any case."""

FIRST, LAST = date(2024, 1, 1), date(2027, 1, 20)
SPAN = (LAST - FIRST).days
NEAR = sorted(
    [
        date(y, int(d[:2]), int(d[2:]))
        for table in (OFF, ON)
        for y, text in table.items()
        for d in text.split()
    ]
    + [date(y, 12, day) for y in (2024, 2025, 2026) for day in range(1, 32)]
)
"""Days around which starts are drawn: rest days, make-up days, Decembers."""

CONFIRMED = (Channel.PLAIN_MAIL, Channel.INTERNET, Channel.EMAIL, Channel.FAX)
DIRECT = (Channel.IN_PERSON, Channel.ORAL, Channel.REGISTERED_MAIL)


class Life:
    """One case in the making: its entries, and the state they lead to as the oracle sees it."""

    def __init__(self, rng: random.Random, days: Days = NATIONAL) -> None:
        """Draw the first day."""
        self.rng, self.case, self.events = rng, Case(days), list[Event]()
        self.names = 0
        if rng.random() < 0.5:
            self.day = FIRST + timedelta(days=rng.randrange(SPAN))
        else:
            self.day = max(FIRST, rng.choice(NEAR) - timedelta(days=rng.randrange(-3, 40)))

    def add(self, event: Event) -> bool:
        """Take an entry; if it is refused the case is as before."""
        if not RULES[event.kind](self.case, event):
            return False
        self.events.append(event)
        self.day = event.on
        return True

    def later(self, *targets: date | None) -> date:
        """A day not before today: soon, or at one of the targets, or the day before or after it."""
        aims = [t for t in targets if t is not None]
        if aims and self.rng.random() < 0.3:
            day = self.rng.choice(aims) + timedelta(days=self.rng.choice((-1, 0, 0, 0, 1, 1, 2)))
            return max(day, self.day)
        return self.day + timedelta(days=self.rng.choice((0, 0, 1, 1, 2, 3, 4, 6, 9, 14)))

    def workday(self, day: date) -> date:
        """Mostly the next working day, as offices work; sometimes the day itself."""
        return self.case.moved(day) if self.rng.random() < 0.8 else day

    def dues(self) -> tuple[date | None, date | None]:
        """Strict and lenient date as things stand."""
        return self.case.strict(self.day), self.case.lenient(self.day)


def begin(life: Life) -> None:
    """Submit or receive the application."""
    rng = life.rng
    if rng.random() < 0.35:
        channel = rng.choice(CONFIRMED)
        life.add(Event(Kind.SUBMITTED, life.day, channel=channel))
        if rng.random() < 0.95:
            life.add(Event(Kind.RECEIVED, life.later(), channel=channel))
    elif rng.random() < 0.1:
        life.add(Event(Kind.SUBMITTED, life.day, channel=rng.choice(DIRECT)))
    else:
        life.add(Event(Kind.RECEIVED, life.day, channel=rng.choice(DIRECT + CONFIRMED)))
    if rng.random() < 0.06:
        life.add(Event(Kind.JOINED, life.later()))
        if rng.random() < 0.5:
            life.add(Event(Kind.PARTED, life.later()))


def _correction_notice(life: Life) -> Event:
    rng, case = life.rng, life.case
    last = [case.nth_after(d, 7) if d else None for d in (case.strict_receipt, case.lenient_receipt)]
    on = life.workday(life.later(*last))
    got = on + timedelta(days=rng.randrange(6)) if rng.random() < 0.9 else None
    until = case.nth_after(got or on, rng.randrange(5, 31)) if rng.random() < 0.35 else None
    if until and rng.random() < 0.2:
        until += timedelta(days=rng.randrange(4))
    return Event(Kind.CORRECTION_NOTICE, on, notice_received_on=got, until=until)


def _correction_end(life: Life) -> Event:
    end = life.case.period_end
    on = life.later(end)
    if life.rng.random() < 0.25 and end:
        return Event(Kind.CORRECTION_LAPSED, max(on, end + ONE))
    return Event(Kind.CORRECTED, min(on, end) if end and life.rng.random() < 0.9 else on)


def _fee_notice(life: Life) -> Event:
    on = life.workday(life.later(*life.dues()))
    got = on + timedelta(days=life.rng.randrange(6)) if life.rng.random() < 0.9 else None
    return Event(Kind.FEE_NOTICE, on, amount=life.rng.randrange(10, 3000, 10), notice_received_on=got)


def _fee_end(life: Life) -> Event:
    end = life.case.pay_by
    on = life.later(end)
    if life.rng.random() < 0.25 and end:
        return Event(Kind.FEE_LAPSED, max(on, end + ONE))
    return Event(Kind.FEE_PAID, min(on, end) if end and life.rng.random() < 0.9 else on)


def _consultation(life: Life) -> Event:
    life.names += 1
    to = life.rng.choice((Asked.THIRD_PARTY, Asked.THIRD_PARTY, Asked.JOINT_MAKER, Asked.OTHER_ORGAN))
    on = life.workday(life.later(*life.dues()))
    return Event(Kind.CONSULTATION_SENT, on, id=f"c{life.names}", to=to)


def _answered(life: Life) -> Event | None:
    waiting = [(n, c) for n, c in life.case.consultations.items() if c.returned is None]
    if not waiting:
        return None
    name, asked = life.rng.choice(waiting)
    if asked.received is None and life.rng.random() < 0.7:
        return Event(Kind.CONSULTATION_RECEIVED, life.later(), id=name)
    return Event(Kind.CONSULTATION_RETURNED, life.later(life.case.last_day(asked)), id=name)


def _extended(life: Life) -> Event:
    left = 20 - life.case.used
    days = left if life.rng.random() < 0.4 else life.rng.randrange(1, left + 2)
    return Event(Kind.EXTENDED, life.workday(life.later(*life.dues())), days=days, approved_by="机构负责人")


def _reasons(life: Life) -> Event | None:
    rng, case = life.rng, life.case
    if not case.reasons_sought:
        return Event(Kind.REASONS_REQUESTED, life.later(), until=life.day + timedelta(days=10))
    if not case.has_reasons:
        return Event(Kind.REASONS_GIVEN, life.later())
    due = case.lenient(life.day)
    if case.set_day or due is None:
        return None
    return Event(Kind.DEFERRED, life.later(), until=due + timedelta(days=rng.randrange(1, 90)))


def _decided(life: Life) -> Event:
    row: str = life.rng.choice(ROWS)
    if life.case.has_corrected and life.rng.random() < 0.1:
        row = "unavailable.still_unclear"
    return Event(Kind.DECIDED, life.workday(life.later(*life.dues())), decision=row)


def _dispatched(life: Life) -> Event:
    if any(c.to is Asked.THIRD_PARTY for c in life.case.consultations.values()) and life.rng.random() < 0.3:
        return Event(Kind.THIRD_PARTY_NOTIFIED, life.later())
    if life.rng.random() < 0.12:
        return _decided(life)
    return Event(Kind.DISPATCHED, life.workday(life.later(*life.dues())))


def _processing(life: Life) -> Event | None:
    rng, case = life.rng, life.case
    if case.remands:
        return _decided(life)
    if any(c.returned is None and c.counts for c in case.consultations.values()) and rng.random() < 0.6:
        return _answered(life)
    if case.reasons_sought and not case.set_day and rng.random() < 0.6:
        return _reasons(life)
    draw = rng.random()
    if draw < 0.18:
        return _decided(life)
    if draw < 0.2:
        return Event(Kind.WITHDRAWN, life.later())
    if case.set_day:
        return _fee_notice(life) if draw < 0.4 else _extended(life) if draw < 0.45 else _decided(life)
    makers: tuple[tuple[float, bool, Callable[[Life], Event | None]], ...] = (
        (0.42, not case.correction_sought, _correction_notice),
        (0.7, True, _consultation),
        (0.74, True, _answered),
        (0.86, case.used < 20, _extended),
        (0.94, not case.is_charged, _fee_notice),
        (1.0, case.reasons_sought or not case.consulting(life.day), _reasons),
    )
    for bound, sensible, make in makers:
        if draw < bound and sensible:
            return make(life)
    return None


def _after_dispatch(life: Life) -> Event | None:
    if life.events[-1].kind is not Kind.DELIVERED and life.rng.random() < 0.8:
        return Event(Kind.DELIVERED, life.later())
    return _remanded(life)


def _remanded(life: Life) -> Event | None:
    if life.rng.random() < 0.06:
        on = life.later()
        return Event(
            Kind.REMANDED, on, until=life.case.nth_after(on, 15) + timedelta(days=life.rng.randrange(5))
        )
    return None


STEPS: dict[str, Callable[[Life], Event | None]] = {
    "processing": _processing,
    "correction_pending": _correction_end,
    "fee_pending": _fee_end,
    "decided": _dispatched,
    "delivered": _after_dispatch,
    "closed": _remanded,
}
