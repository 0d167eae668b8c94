"""工作日: which days are working days, and counting by them.

A day is a working day unless it is a weekly rest day or a holiday; a weekend day that a notice orders to be
worked (调休) is one too. The days come from the yearly notices. A year without a notice is
*provisional*: weekly rest days and the legal holidays of fixed date are off, and nobody works a
weekend. A region's own days come on top.

The n-th working day is counted strictly after a day: 期间开始的日，不计算在期间内（民事诉讼法第八十五条）.

>>> import datetime as dt
>>> str(Calendar.national().nth_after(dt.date(2026, 2, 13), 20))  # nine days of festival
'2026-03-19'

Source: 《全国年节及纪念日放假办法》; the notices under ``holidays/``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from gongkai.statute.holiday_notices import ARTICLE, Notice, Region, region_of, shipped
from gongkai.statute.parameters import value_on
from gongkai.values.dates import WEEKDAYS, day_words
from gongkai.values.errors import NotAllowed

Span = tuple[int, int]
"""An interval (s, e] of working days by their ranks: it holds ``e - s`` of them."""

ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Calendar:
    """The working days under some notices, of the nation or with a region's days on top. Immutable.

    It begins with the first year that has a notice and ends with the last provisional one; asking for a day
    outside raises :class:`NotAllowed`.
    """

    notices: tuple[Notice, ...]
    region: Region | None = None
    _working: tuple[dt.date, ...] = field(init=False, compare=False, repr=False)
    _ranks: Mapping[dt.date, int] = field(init=False, compare=False, repr=False)
    _rolled: Mapping[dt.date, dt.date] = field(init=False, compare=False, repr=False)
    _words: Mapping[dt.date, tuple[str, bool]] = field(init=False, compare=False, repr=False)
    _years: frozenset[int] = field(init=False, compare=False, repr=False)
    _first: dt.date = field(init=False, compare=False, repr=False)
    _last: dt.date = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Lay out every day once, so that counting looks up a rank and takes the day at another, and rolling
        looks up the day.
        """
        years = frozenset(notice.year for notice in self.notices if notice.region is None)
        first = dt.date(min(years), 1, 1)
        last = dt.date(max(*years, _horizon()) + 1, 1, 1) - ONE_DAY
        words = {day: word for year in range(first.year, last.year + 1) if year not in years
                 for day, word in _by_law(year)}  # fmt: skip
        for notice in (*self.notices, *(self.region.notices if self.region else ())):
            words.update(_by_notice(notice))
        rest = frozenset(value_on("weekly_rest", first).content["weekdays"])
        working: list[dt.date] = []
        ranks: dict[dt.date, int] = {}
        rolled: dict[dt.date, dt.date] = {}
        resting: list[dt.date] = []
        for day in (first + ONE_DAY * n for n in range((last - first).days + 1)):
            resting.append(day)
            if words[day][1] if day in words else day.isoweekday() not in rest:
                working.append(day)
                rolled.update(dict.fromkeys(resting, day))
                resting.clear()
            ranks[day] = len(working)
        for name, value in (
            ("_working", tuple(working)), ("_ranks", ranks), ("_rolled", rolled), ("_words", words),
            ("_years", years), ("_first", first), ("_last", last),
        ):  # fmt: skip
            object.__setattr__(self, name, value)

    @staticmethod
    def national() -> Calendar:
        """The calendar of the notices that come with the package."""
        return _national()

    def with_region(self, code: str) -> Calendar:
        """With the days that the region of that division code adds, if it adds any."""
        region = region_of(code)
        return self if region is None else Calendar(self.notices, region)

    def with_notice(self, notice: Notice) -> Calendar:
        """With one notice more; where it speaks of a day, it prevails over the earlier ones.

        A region's notice counts only in a calendar of that region.
        """
        if notice.region is None:
            return Calendar((*self.notices, notice), self.region)
        mine = self.region
        if mine is None or mine.code != notice.region:
            raise NotAllowed(
                f"这份通知属于区划{notice.region}，现在用的日历不是该地区的。请先选定地区，再载入通知。",
                ARTICLE,
            )
        return Calendar(self.notices, Region(mine.code, mine.name, (*mine.notices, notice)))

    def is_working(self, day: dt.date) -> bool:
        """Whether the day is a working day; raises :class:`NotAllowed` outside the calendar."""
        place = self.rank(day)
        return place > 0 and self._working[place - 1] == day

    def known(self, day: dt.date) -> bool:
        """Whether the notice of that day's year is here; without it the day is provisional."""
        return day.year in self._years

    def region_known(self, day: dt.date) -> bool:
        """Whether the region's own notice of that day's year is here; true for the nation."""
        return self.region is None or any(notice.year == day.year for notice in self.region.notices)

    def rank(self, day: dt.date) -> int:
        """How many working days there are up to and with ``day``; raises :class:`NotAllowed` outside."""
        try:
            return self._ranks[day]
        except KeyError:
            raise self._outside(day) from None

    def span(self, start: dt.date, end: dt.date) -> Span:
        """The working days in (start, end] by their ranks; raises :class:`NotAllowed` outside."""
        ranks = self._ranks
        try:
            return ranks[start], ranks[end]
        except KeyError:
            raise self._outside(end if start in ranks else start) from None

    def at(self, rank: int) -> dt.date:
        """The working day of that rank, the first being 1; raises :class:`NotAllowed` outside."""
        if not 0 < rank <= len(self._working):
            raise self._outside(self._last + ONE_DAY if rank > 0 else self._first - ONE_DAY)
        return self._working[rank - 1]

    def nth_after(self, day: dt.date, n: int, left_out: Sequence[Span] = ()) -> dt.date:
        """The ``n``-th working day strictly after ``day``, ``n`` from 1; raises outside the calendar.

        Days in ``left_out``, in the order of the starts, are not counted; where the spans overlap, a day is
        left out once.
        """
        if n < 1:
            raise ValueError(f"a period has at least one working day, not {n}")
        try:
            told = self._ranks[day]
            last = told + n
            for start, stop in left_out:
                if start >= last:
                    break
                first = start if start > told else told
                if stop > first:
                    last += stop - first
                    told = stop
            return self._working[last - 1]
        except LookupError:
            raise self._outside(day) from None

    def count_between(self, start: dt.date, end: dt.date) -> int:
        """Working days in (start, end]: the first day does not count, the last does; 0 where end is
        before.
        """
        return max(0, self.rank(end) - self.rank(start))

    def roll_forward(self, day: dt.date) -> dt.date:
        """The day itself, or the first working day after it."""
        try:
            return self._rolled[day]
        except KeyError:
            raise self._outside(day) from None

    def words(self, day: dt.date) -> str:
        """What is said of the day: its weekday, and the holiday it belongs to or is worked for."""
        name, worked = self._words.get(day, ("", self.is_working(day)))
        weekday = f"星期{WEEKDAYS[day.weekday()]}"
        if name:
            return f"{weekday}，{name}{'调休上班' if worked else '放假'}"
        return weekday if worked else f"{weekday}，休息日"

    def _outside(self, day: dt.date) -> NotAllowed:
        return NotAllowed(
            f"工作日历只有{self._first.year}年到{self._last.year}年，算不到{day_words(day)}前后。请核对日期是否写错。",
            ARTICLE,
        )


@cache
def _national() -> Calendar:
    return Calendar(shipped())


def _by_notice(notice: Notice) -> Iterator[tuple[dt.date, tuple[str, bool]]]:
    for festival in notice.festivals:
        yield from ((day, (festival.name, False)) for day in festival.off)
        yield from ((day, (festival.name, True)) for day in festival.on)


def _by_law(year: int) -> Iterator[tuple[dt.date, tuple[str, bool]]]:
    """The holidays of fixed date that the law gives in a year, as it is in force on the last day of it."""
    law = value_on("statutory_holidays", dt.date(year + 1, 1, 1) - ONE_DAY).content
    for festival in law["fixed"]:
        yield from ((dt.date(year, month, day), (festival["name"], False)) for month, day in festival["off"])


def _horizon() -> int:
    """The last year of the provisional calendar."""
    year: int = value_on("statutory_holidays", dt.date.max).content["until_year"]
    return year
