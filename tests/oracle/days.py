"""The working days the oracle walks over: sets of plain days, typed off the State Council's yearly notices.

Source: 国务院办公厅's notices on the holidays of 2024, 2025 and 2026; for a year without a notice Monday to
Friday without the fixed days of 全国年节及纪念日放假办法 (2024-11-10).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

ONE = timedelta(days=1)

OFF = {
    2024: "0101 0212 0213 0214 0215 0216 0404 0405 0501 0502 0503 0610 0916 0917 1001 1002 1003 1004 1007",
    2025: "0101 0128 0129 0130 0131 0203 0204 0404 0501 0502 0505 0602 1001 1002 1003 1006 1007 1008",
    2026: "0101 0102 0216 0217 0218 0219 0220 0223 0406 0501 0504 0505 0619 0925 1001 1002 1005 1006 1007",
}
"""Days from Monday to Friday on which nobody works, month and day."""

ON = {
    2024: "0204 0218 0407 0428 0511 0914 0929 1012",
    2025: "0126 0208 0427 0928 1011",
    2026: "0104 0214 0228 0509 0920 1010",
}
"""Saturdays and Sundays on which everybody works, month and day."""

FIXED = {(1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3)}
"""Holidays that fall on the same day of every year (the others follow the moon or the sun)."""


@dataclass(frozen=True)
class Days:
    """Which days are worked: the set of them, and the years that have a notice."""

    working: frozenset[date]
    noticed: frozenset[int]

    def with_off(self, days: Iterable[date]) -> Days:
        """The same with further days off, as a region may have them."""
        return replace(self, working=self.working - frozenset(days))


def _days(year: int, text: str) -> set[date]:
    return {date(year, int(d[:2]), int(d[2:])) for d in text.split()}


def days(first: int, last: int, off: dict[int, str], on: dict[int, str]) -> Days:
    """Walk from 1 January ``first`` to 31 December ``last`` and keep the days that are worked."""
    resting = {d for year, text in off.items() for d in _days(year, text)}
    extra = {d for year, text in on.items() for d in _days(year, text)}
    working, day = set(), date(first, 1, 1)
    while day.year <= last:
        holiday = day in resting if day.year in off else (day.month, day.day) in FIXED
        if day in extra or (day.weekday() < 5 and not holiday):
            working.add(day)
        day += ONE
    return Days(frozenset(working), frozenset(off))


NATIONAL = days(2023, 2030, OFF, ON)
"""The whole country; 2024 to 2026 have their notices, the years beside them have none here."""
