"""免打扰时段: from when to when, and on which days, nothing is sent out of the office.

>>> import datetime as dt
>>> hours = Hours(dt.time(20), dt.time(8), rest_days=True)
>>> str(next_moment(dt.datetime(2026, 3, 6, 21, 30), hours, lambda day: day.weekday() < 5))  # a Friday night
'2026-03-09 08:00:00'
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

LONGEST = 60
"""So many days in a row may be quiet; then it is sent on the first that has hours at all."""
ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Hours:
    """When it is quiet: from ``since`` until before ``until`` (equal: never), and all day on days of rest."""

    since: dt.time
    until: dt.time
    rest_days: bool

    def quiet(self, at: dt.time) -> bool:
        """Whether that time of day is quiet."""
        if self.since <= self.until:
            return self.since <= at < self.until
        return at >= self.since or at < self.until


def next_moment(at: dt.datetime, hours: Hours, is_working: Callable[[dt.date], bool]) -> dt.datetime:
    """The first moment not before ``at`` that is not quiet; ``at`` is the local time of the office."""
    for _ in range(LONGEST):
        if hours.rest_days and not is_working(at.date()):
            at = _at(at + ONE_DAY, dt.time(0))
        elif not hours.quiet(at.time()):
            return at
        elif hours.since > hours.until and at.time() >= hours.since:
            at = _at(at + ONE_DAY, hours.until)
            if not hours.rest_days or is_working(at.date()):
                return at
        else:
            return _at(at, hours.until)
    return at


def _at(day: dt.datetime, time: dt.time) -> dt.datetime:
    return dt.datetime.combine(day.date(), time, day.tzinfo)
