"""放假安排变动的日期: which dates move when a notice comes that was not known before.

A date counted into a year without a notice is provisional; when the notice is there, it is counted again, and
this tells what became of it.

Source: 《全国年节及纪念日放假办法》; the notices under ``holidays/``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from gongkai.statute.clocks import Clock
from gongkai.statute.reply_due import reply_due
from gongkai.statute.working_days import Calendar


@dataclass(frozen=True, slots=True)
class Moved:
    """A due date that a new notice moved: received on, strict date before and after."""

    received: dt.date
    before: dt.date
    after: dt.date


@dataclass(frozen=True, slots=True)
class MovedDeadline:
    """A deadline of a case that a new notice moved: its id, as in :class:`Due`, the day before and after."""

    id: str
    before: dt.date
    after: dt.date


def what_moved(
    before: Calendar, after: Calendar, received: Iterable[dt.date], days: int | None = None
) -> tuple[Moved, ...]:
    """Which of the due dates for these days of receipt differ between two calendars, in the order given."""
    out = []
    for day in received:
        old, new = reply_due(day, before, days).strict, reply_due(day, after, days).strict
        if old != new:
            out.append(Moved(day, old, new))
    return tuple(out)


def deadlines_moved(before: Clock, after: Clock) -> tuple[MovedDeadline, ...]:
    """Which deadlines of one case differ between its clocks under two calendars, in the order of the case."""
    old = {due.id: due.on for due in before.deadlines}
    return tuple(
        MovedDeadline(due.id, old[due.id], due.on)
        for due in after.deadlines
        if due.id in old and old[due.id] != due.on
    )
