"""Which days depend on the calendar: each app that has clocks says so here, and an import can tell
what moved.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.module_loading import autodiscover_modules

from gongkai.statute.deadlines import report_deadline
from gongkai.statute.working_days import Calendar
from gongkai.web.organs.models import Organ


@dataclass(frozen=True, slots=True)
class DueDate:
    """A day that something is due, under one calendar: of which organ, what, when, whether provisional."""

    organ: str
    subject: str
    words: str
    on: dt.date
    provisional: bool


Calendars = Callable[[Organ], Calendar]
DueDates = Callable[[Calendars, dt.date], Iterator[DueDate]]
_SOURCES: dict[str, DueDates] = {}


def due_dates(name: str) -> Callable[[DueDates], DueDates]:
    """Register what yields every open due date under the calendars given, as known on a day.

    Each app has its own in ``due_dates.py``.
    """

    def register(source: DueDates) -> DueDates:
        _SOURCES[name] = source
        return source

    return register


def all_due_dates(calendars: Calendars, today: dt.date) -> dict[tuple[str, str, str], DueDate]:
    """Every open due date, by organ, subject and words."""
    autodiscover_modules("due_dates")
    found = (one for name in sorted(_SOURCES) for one in _SOURCES[name](calendars, today))
    return {(one.organ, one.subject, one.words): one for one in found}


@due_dates("annual_report")
def annual_reports(calendars: Calendars, today: dt.date) -> Iterator[DueDate]:
    """The working day by which each organ has to publish the report about this year and about the last."""
    for organ in Organ.objects.order_by("code"):
        for year in (today.year - 1, today.year):
            found = report_deadline(organ.kind, year, calendars(organ))
            if found is not None and found.warn_on is not None and found.on >= today:
                words = f"{year}年度政府信息公开工作年度报告公布前的最后一个工作日"
                yield DueDate(organ.code, str(year), words, found.warn_on, found.provisional)


@dataclass(frozen=True, slots=True)
class Moved:
    """A due date before and after an import."""

    before: DueDate
    after: DueDate


def moved(before: Calendars, after: Calendars, today: dt.date) -> list[Moved]:
    """Every due date that is another day now, or is no longer provisional."""
    old, new = all_due_dates(before, today), all_due_dates(after, today)
    both = ((old[key], new[key]) for key in sorted(old) if key in new)
    return [Moved(a, b) for a, b in both if (a.on, a.provisional) != (b.on, b.provisional)]
