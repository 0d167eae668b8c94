"""逐日计算: why a date is that date: every day from the base to the last, whether it counts, and why.

Nothing here decides anything; it tells what was counted, for a clerk to print and to file.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.statute.working_days import ONE_DAY, Calendar


@dataclass(frozen=True, slots=True)
class Step:
    """One day of an account: whether it counts, and why, in Chinese with the article."""

    on: dt.date
    counts: bool
    why: str


@dataclass(frozen=True, slots=True)
class Left:
    """Days (``start``, ``stop``] that do not count although they are working days, and why."""

    start: dt.date
    stop: dt.date
    why: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """What is told: from the base to the last day, with words for both; ``last`` empty where nothing
    ends there.
    """

    base: dt.date
    until: dt.date
    first: str
    last: str
    counting: bool = True
    """False where the base itself counts no day after it (a day that was set stands as it is)."""


def account(calendar: Calendar, stretch: Stretch, left: Sequence[Left] = ()) -> tuple[Step, ...]:
    """The account of a stretch of days, ``left`` out those that do not count."""
    steps = [Step(stretch.base, False, f"{calendar.words(stretch.base)}，{stretch.first}")]
    day, number = stretch.base + ONE_DAY, 0
    while day <= stretch.until:
        words = calendar.words(day)
        reason = next((one.why for one in left if one.start < day <= one.stop), None)
        counts = calendar.is_working(day) and reason is None and stretch.counting
        if counts:
            number += 1
            words = f"{words}，第{number}个工作日"
        elif not calendar.is_working(day):
            words = f"{words}，不计"
        elif reason is not None:
            words = f"{words}，{reason}"
        if day == stretch.until and stretch.last:
            words = f"{words}，{stretch.last}"
        if not calendar.known(day):
            words = f"{words}（{day.year}年放假安排尚未载入，暂定）"
        steps.append(Step(day, counts, words))
        day += ONE_DAY
    return tuple(steps)
