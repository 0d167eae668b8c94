"""How near a case is to its day: overdue, due today, within five working days, waiting for others, the rest.

What counts is the strict last day, so that nobody is told too late; whether a reply was late in the end is
judged by the lenient one. While an applicant's correction or payment is awaited no reply period runs.

Source: 政府信息公开条例 arts. 30, 33, 42; law.md A1 (strict for alarms, lenient for lateness).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Q

from gongkai.ledger.transitions import Stage
from gongkai.statute.working_days import Calendar
from gongkai.web.applications.standing import OPEN

SOON = 5
"""Working days ahead that a board shows as near: a habit of offices, no number of the law."""


class Urgency(StrEnum):
    """The parts of the board, in its order; ``DONE_LATE`` is for lists alone."""

    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"
    WAITING = "waiting"
    LATER = "later"
    DONE_LATE = "done_late"


WORDS = {
    Urgency.OVERDUE: "逾期未办",
    Urgency.TODAY: "今天到期",
    Urgency.SOON: "将逾期",
    Urgency.WAITING: "等待他人",
    Urgency.LATER: "其他在办",
    Urgency.DONE_LATE: "逾期已办",
}
OTHERS = frozenset({Stage.CORRECTION_PENDING, Stage.FEE_PENDING, Stage.CONSULTING})
"""The stages in which somebody else has to act: the applicant, a third party, another organ."""
UNCONFIRMED = frozenset({Stage.SUBMITTED, Stage.CONFIRMING})
"""The stages before both sides have confirmed it."""
ANY_OPEN = "open"
"""The value of the filter that takes all that is open."""


@dataclass(frozen=True, slots=True)
class Horizon:
    """A day, and the last day that counts as near to it."""

    day: dt.date
    soon: dt.date

    @classmethod
    def of(cls, day: dt.date, calendar: Calendar) -> Horizon:
        """The horizon of that day; raises :class:`NotAllowed` outside of the calendar."""
        return cls(day, calendar.nth_after(day, SOON))

    def urgency(self, stage: str, due: dt.date | None) -> Urgency:
        """How near an open case is, by its stage and the strict last day of the reply."""
        if due is not None and due < self.day:
            return Urgency.OVERDUE
        if due == self.day:
            return Urgency.TODAY
        if stage in OTHERS:
            return Urgency.WAITING
        return Urgency.SOON if due is not None and due <= self.soon else Urgency.LATER

    def query(self, value: str) -> Q:
        """The same as a question to the table of standings."""
        still = Q(stage__in=sorted(OPEN))
        others = Q(stage__in=sorted(OTHERS))
        ahead = Q(due__gt=self.day) | Q(due=None)
        return (
            {
                Urgency.OVERDUE: still & Q(due__lt=self.day),
                Urgency.TODAY: still & Q(due=self.day),
                Urgency.SOON: Q(stage__in=sorted(OPEN - OTHERS), due__gt=self.day, due__lte=self.soon),
                Urgency.WAITING: others & ahead,
                Urgency.LATER: Q(stage__in=sorted(OPEN - OTHERS)) & (Q(due__gt=self.soon) | Q(due=None)),
                Urgency.DONE_LATE: Q(timely=False, closed_on__isnull=False) & ~still,
            }.get(Urgency(value), still)
            if value != ANY_OPEN
            else still
        )
