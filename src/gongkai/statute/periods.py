"""自然日、月的期间: periods in natural days and in months, and the day they end on.

The day on which a period begins is not counted. A period of months ends on the day of the same number,
or on the last day of the month where there is none. Where the last day is a holiday, the period ends on
the first day after it that is none (民事诉讼法第八十五条): so a rest day rolls forward, and a weekend
day that is worked does not.

>>> import datetime as dt
>>> from gongkai.statute.working_days import Calendar
>>> str(natural_days(dt.date(2026, 3, 3), 60, Calendar.national()))  # day 60 is 2 May, a holiday
'2026-05-06'
>>> str(months(dt.date(2025, 8, 31), 6, Calendar.national()))  # February has no 31st
'2026-02-28'
"""

from __future__ import annotations

import calendar as months_of_the_year
import datetime as dt

from gongkai.statute.working_days import Calendar

ARTICLE = "《中华人民共和国民事诉讼法》第八十五条"


def natural_days(start: dt.date, days: int, calendar: Calendar, *, roll: bool = True) -> dt.date:
    """The last day of a period of ``days`` natural days after ``start``; ``roll`` false for an organ's
    own duty.
    """
    last = start + dt.timedelta(days=days)
    return calendar.roll_forward(last) if roll else last


def months(start: dt.date, count: int, calendar: Calendar, *, roll: bool = True) -> dt.date:
    """The last day of a period of ``count`` months after ``start``."""
    whole = start.year * MONTHS + start.month - 1 + count
    year, month = whole // MONTHS, whole % MONTHS + 1
    length = months_of_the_year.monthrange(year, month)[1]
    last = dt.date(year, month, min(start.day, length))
    return calendar.roll_forward(last) if roll else last


MONTHS = len(months_of_the_year.month_name) - 1
"""Months in a year."""
