"""Working days: against two well-kept packages, under overlays and further notices, outside the calendar."""

from __future__ import annotations

import datetime as dt

import chinese_calendar
import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.statute.holiday_notices import Festival, Notice, shipped
from gongkai.statute.working_days import Calendar
from gongkai.values.errors import NotAllowed, NotInForce

ONE = dt.timedelta(days=1)
DAY = dt.date
SPANS = st.lists(st.tuples(st.integers(-20, 40), st.integers(-20, 40)), max_size=6)


def every_day(first: dt.date, last: dt.date) -> list[dt.date]:
    return [first + ONE * n for n in range((last - first).days + 1)]


def notice(year: int, *off: str, on: tuple[str, ...] = (), region: str | None = None) -> Notice:
    days = tuple(map(dt.date.fromisoformat, off))
    return Notice(
        year, "示例", (Festival("示例节", days, tuple(map(dt.date.fromisoformat, on))),), region=region
    )


def test_every_day_of_twenty_years_agrees_with_two_packages() -> None:
    """2007 to 2026, 7 305 days; no difference is known, so none is allowed."""
    calendar = Calendar.national()
    other = holidays.China(years=range(2007, 2027))
    days = every_day(DAY(2007, 1, 1), DAY(2026, 12, 31))
    assert len(days) == 7305
    assert [d for d in days if calendar.is_working(d) != chinese_calendar.is_workday(d)] == []
    assert [d for d in days if calendar.is_working(d) != other.is_working_day(d)] == []


@pytest.mark.parametrize(("year", "count"), [(2024, 251), (2025, 248), (2026, 248)])
def test_working_days_of_a_year(year: int, count: int) -> None:
    assert Calendar.national().count_between(DAY(year - 1, 12, 31), DAY(year, 12, 31)) == count


def test_counting_is_by_the_plain_definition() -> None:
    calendar = Calendar.national()
    for day in every_day(DAY(2026, 1, 1), DAY(2026, 3, 31)):
        after, walked = day, []
        while len(walked) < 5:
            after += ONE
            if calendar.is_working(after):
                walked.append(after)
        assert [calendar.nth_after(day, n) for n in range(1, 6)] == walked
        assert calendar.count_between(day, walked[4]) == 5
        rolled = day if calendar.is_working(day) else walked[0]
        assert calendar.roll_forward(day) == rolled


@given(st.dates(DAY(2026, 1, 1), DAY(2026, 4, 30)), st.integers(1, 40), SPANS)
def test_days_left_out_are_left_out_once(day: dt.date, n: int, spans: list[tuple[int, int]]) -> None:
    calendar = Calendar.national()
    zero = calendar.rank(DAY(2026, 2, 27))
    out = {zero + rank for start, stop in spans for rank in range(start + 1, stop + 1)}
    rank, left = calendar.rank(day), n
    while left:
        rank += 1
        left -= rank not in out
    moved = sorted((zero + start, zero + stop) for start, stop in spans)
    assert calendar.nth_after(day, n, moved) == calendar.at(rank)


def test_a_span_that_starts_on_the_last_day_moves_nothing() -> None:
    calendar = Calendar.national()
    zero = calendar.rank(DAY(2026, 3, 2))

    def moved_by(start: int, stop: int) -> int:
        plain, found = (calendar.nth_after(DAY(2026, 3, 2), 20, spans)
                        for spans in ((), [(zero + start, zero + stop)]))  # fmt: skip
        return calendar.count_between(plain, found)

    assert (moved_by(20, 30), moved_by(19, 30), moved_by(-10, 0), moved_by(-10, 1)) == (0, 11, 0, 1)


def test_a_span_is_two_ranks_and_refused_outside() -> None:
    calendar, first, last = Calendar.national(), DAY(2026, 3, 2), DAY(2026, 3, 9)
    assert calendar.span(first, last) == (calendar.rank(first), calendar.rank(last))
    for start, end, day in (
        (DAY(2006, 12, 31), last, "2006年12月31日"),
        (first, DAY(2051, 1, 1), "2051年1月1日"),
    ):
        with pytest.raises(NotAllowed, match=f"算不到{day}前后"):
            calendar.span(start, end)


def test_no_days_backwards() -> None:
    assert Calendar.national().count_between(DAY(2026, 3, 31), DAY(2026, 3, 2)) == 0


def test_a_period_has_a_day() -> None:
    with pytest.raises(ValueError, match="at least one"):
        Calendar.national().nth_after(DAY(2026, 3, 2), 0)


def test_a_year_without_notice_is_provisional() -> None:
    calendar = Calendar.national()
    assert calendar.known(DAY(2026, 12, 31))
    assert not calendar.known(DAY(2027, 1, 1))
    assert not calendar.is_working(DAY(2027, 1, 1))
    assert not calendar.is_working(DAY(2029, 5, 2))
    assert calendar.is_working(DAY(2027, 2, 5))  # the eve of the festival: not guessed
    assert calendar.with_notice(notice(2027, "2027-02-05")).known(DAY(2027, 1, 1))


def test_the_fixed_holidays_of_a_year_are_those_of_the_law_in_force_at_its_end() -> None:
    """The measures as revised are in force from 1 January 2025: they give 2025 its days, and 2024 none."""

    def without(year: int) -> Calendar:
        return Calendar(tuple(one for one in shipped() if one.year != year))

    assert without(2025).words(DAY(2025, 5, 2)) == "星期五，劳动节放假"
    with pytest.raises(NotInForce):
        without(2024)


def test_a_notice_prevails_where_it_speaks() -> None:
    calendar = Calendar.national()
    again = calendar.with_notice(notice(2026, "2026-09-03", on=("2026-09-06",)))
    assert not again.is_working(DAY(2026, 9, 3))
    assert again.is_working(DAY(2026, 9, 6))
    assert not again.is_working(DAY(2026, 10, 1))
    assert calendar.is_working(DAY(2026, 9, 3))
    assert again != calendar


def test_the_last_days_of_a_year_may_come_from_the_next_notice() -> None:
    assert Calendar.national().is_working(DAY(2011, 12, 31))
    assert not Calendar.national().is_working(DAY(2018, 12, 31))


def test_a_region_adds_its_days() -> None:
    calendar = Calendar.national().with_region("640104")
    assert not calendar.is_working(DAY(2021, 5, 13))
    assert calendar.region_known(DAY(2021, 5, 13))
    assert not calendar.region_known(DAY(2022, 5, 3))
    assert Calendar.national().region_known(DAY(2022, 5, 3))
    assert Calendar.national().with_region("110000") == Calendar.national()
    later = calendar.with_notice(notice(2022, "2022-05-05", region="640000"))
    assert later.region_known(DAY(2022, 5, 3))
    assert not later.is_working(DAY(2022, 5, 5))


def test_a_regions_notice_needs_its_calendar() -> None:
    with pytest.raises(NotAllowed, match=r"640000.*先选定地区") as error:
        Calendar.national().with_notice(notice(2022, "2022-05-05", region="640000"))
    assert "全国年节及纪念日放假办法" in error.value.article


def test_a_national_notice_keeps_the_region() -> None:
    there = Calendar.national().with_region("640000").with_notice(notice(2027, "2027-02-05"))
    assert not there.is_working(DAY(2021, 5, 13))


@pytest.mark.parametrize("day", [DAY(2006, 12, 31), DAY(2051, 1, 1)])
def test_outside_the_calendar_it_is_said(day: dt.date) -> None:
    calendar = Calendar.national()
    for ask in (
        calendar.is_working,
        calendar.rank,
        calendar.roll_forward,
        lambda d: calendar.nth_after(d, 1),
    ):
        with pytest.raises(NotAllowed, match="2007年到2050年"):
            ask(day)
    assert calendar.rank(DAY(2007, 1, 1)) == 0
    assert not calendar.is_working(DAY(2007, 1, 1))
    with pytest.raises(NotAllowed):
        calendar.at(0)
    with pytest.raises(NotAllowed):
        calendar.at(calendar.rank(DAY(2050, 12, 31)) + 1)
    assert calendar.at(calendar.rank(DAY(2050, 12, 30))) == DAY(2050, 12, 30)


def test_the_sentence_names_the_day_and_what_to_do() -> None:
    calendar = Calendar.national()
    article = "《全国年节及纪念日放假办法》"
    asks = {
        lambda: calendar.rank(DAY(2051, 1, 1)): "2051年1月1日",
        lambda: calendar.roll_forward(DAY(2006, 12, 31)): "2006年12月31日",
        lambda: calendar.nth_after(DAY(2050, 12, 30), 20): "2050年12月30日",
        lambda: calendar.at(0): "2006年12月31日",
        lambda: calendar.at(99_999): "2051年1月1日",
    }
    for ask, day in asks.items():
        with pytest.raises(NotAllowed) as error:
            ask()
        assert error.value.sentence == (f"工作日历只有2007年到2050年，算不到{day}前后。请核对日期是否写错。")
        assert article in error.value.article


@pytest.mark.parametrize(("day", "words"), [
    (DAY(2026, 3, 2), "星期一"), (DAY(2026, 3, 1), "星期日，休息日"),
    (DAY(2026, 2, 14), "星期六，春节调休上班"), (DAY(2026, 10, 1), "星期四，国庆节放假"),
    (DAY(2027, 5, 1), "星期六，劳动节放假"),
])  # fmt: skip
def test_words(day: dt.date, words: str) -> None:
    assert Calendar.national().words(day) == words


def test_the_calendar_from_its_first_day_to_its_last() -> None:
    calendar = Calendar(shipped())
    assert calendar == Calendar.national()
    first, last = DAY(2007, 1, 1), DAY(2050, 12, 31)
    assert (calendar.rank(first), calendar.is_working(first)) == (0, False)
    assert calendar.roll_forward(first) == calendar.nth_after(first, 1) == calendar.at(1) == DAY(2007, 1, 4)
    assert calendar.at(calendar.rank(last)) <= last
    assert calendar.rank(last) == calendar.count_between(first, last)
    for day, year in ((first - ONE, "2006年12月31日"), (last + ONE, "2051年1月1日")):
        for asked in (calendar.rank, calendar.roll_forward, calendar.is_working,
                      lambda one: calendar.nth_after(one, 1)):  # fmt: skip
            with pytest.raises(NotAllowed, match=f"2007年到2050年，算不到{year}前后"):
                asked(day)
    for rank, said in ((0, "2006年12月31日"), (calendar.rank(last) + 1, "2051年1月1日")):
        with pytest.raises(NotAllowed, match=said):
            calendar.at(rank)
    assert calendar.words(DAY(2050, 10, 1)) == "星期六，国庆节放假"
    assert not calendar.is_working(DAY(2050, 10, 3))


def test_a_further_notice_of_a_region_keeps_the_region() -> None:
    calendar = Calendar.national().with_region("640000")
    again = calendar.with_notice(notice(2027, "2027-03-10", region="640000"))
    assert again.region is not None
    assert calendar.region is not None
    assert (again.region.code, again.region.name) == (calendar.region.code, calendar.region.name)
    assert (again.region_known(DAY(2027, 3, 10)), again.is_working(DAY(2027, 3, 10))) == (True, False)
    assert Calendar.national().with_region("110000") is Calendar.national()
