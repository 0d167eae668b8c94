"""The state of one application for the oracle, and its dates: plain loops from day to day.

Source: 政府信息公开条例 arts. 30–35. The readings (A1–A24, a–t) are listed in ``naive.py``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from gongkai.statute.events import Asked

from .days import NATIONAL, ONE, Days


@dataclass(frozen=True)
class Limits:
    """Working days: to reply, to lengthen, to ask for a correction, to correct, to give an opinion, to pay."""

    reply: int = 20
    extension: int = 20
    correction_notice: int = 7
    correction: int = 10
    opinion: int = 15
    payment: int = 20


LIMITS = Limits()


@dataclass
class Consultation:
    """One letter that asks for an opinion; ``counts`` is false once a restart has forgotten it."""

    to: Asked
    sent: date
    received: date | None = None
    returned: date | None = None
    counts: bool = True


@dataclass
class Case:
    """An application as it stands after the entries taken so far; ``stage`` is empty before the first."""

    days: Days = NATIONAL
    limits: Limits = LIMITS
    stage: str = ""
    strict_receipt: date | None = None
    lenient_receipt: date | None = None
    strict_base: date | None = None
    lenient_base: date | None = None
    set_day: date | None = None
    extension: int = 0
    used: int = 0
    consultations: dict[str, Consultation] = field(default_factory=dict)
    correction_sought: bool = False
    has_corrected: bool = False
    period_end: date | None = None
    period_is_set: bool = False
    reasons_sought: bool = False
    has_reasons: bool = False
    pay_by: date | None = None
    is_charged: bool = False
    sent: date | None = None
    has_arrived: bool = False
    is_withdrawn: bool = False
    remands: int = 0
    outcome: str | None = None
    breaches: set[str] = field(default_factory=set)

    def nth_after(self, day: date, n: int) -> date:
        """The n-th working day after ``day``, one day after the other."""
        while n:
            day += ONE
            if day in self.days.working:
                n -= 1
        return day

    def moved(self, day: date) -> date:
        """``day``, or the next working day when it is one of rest."""
        while day not in self.days.working:
            day += ONE
        return day

    def last_day(self, asked: Consultation) -> date | None:
        """The last day for an opinion; None for another organ, and before the letter was received."""
        if asked.to is Asked.OTHER_ORGAN or asked.received is None:
            return None
        return self.nth_after(asked.received, self.limits.opinion)

    def is_open(self, asked: Consultation, on: date) -> bool:
        """Whether an opinion is still awaited on the day ``on``."""
        if asked.returned is not None or not asked.counts:
            return False
        last = self.last_day(asked)
        return last is None or on <= last

    def consulting(self, on: date) -> bool:
        """Whether any opinion is awaited."""
        return any(self.is_open(asked, on) for asked in self.consultations.values())

    def excluded(self, on: date) -> list[tuple[date, date]]:
        """The stretches (after, up to and with) that are not counted, as things stand on ``on``."""
        out = []
        for asked in self.consultations.values():
            if asked.counts:
                ends = [d for d in (asked.returned, self.last_day(asked)) if d is not None]
                out.append((asked.sent, min(ends) if ends else on))
        return out

    def due(self, base: date | None, on: date) -> date | None:
        """The last day for the reply when the period runs from ``base``; None while there is no such day."""
        if base is None or self.stage in ("correction_pending", "fee_pending", "closed"):
            return None
        if self.set_day is not None:
            return self.set_day
        stretches = self.excluded(on)
        day, left = base, self.limits.reply + self.extension
        while left:
            day += ONE
            if day in self.days.working and not any(s < day <= e for s, e in stretches):
                left -= 1
        return day

    def strict(self, on: date) -> date | None:
        """The strict date as seen on ``on``; after dispatch, as seen on that day."""
        return self.due(self.strict_base, self.sent or on)

    def lenient(self, on: date) -> date | None:
        """The lenient date as seen on ``on``; after dispatch, as seen on that day."""
        return self.due(self.lenient_base, self.sent or on)

    def too_late(self, on: date) -> bool:
        """Whether ``on`` is after the lenient date."""
        lenient = self.lenient(on)
        return lenient is not None and on > lenient
