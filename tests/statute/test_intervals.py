"""Union and end of intervals, against sets of days."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from gongkai.statute.intervals import end, union

SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6)


def days(spans: list[tuple[int, int]]) -> set[int]:
    return {day for start, stop in spans for day in range(start + 1, stop + 1)}


@given(SPANS)
def test_the_union_holds_the_same_days_once(spans: list[tuple[int, int]]) -> None:
    joined = union(spans)
    assert days(joined) == days(spans)
    assert sum(stop - start for start, stop in joined) == len(days(spans))
    assert all(a[1] < b[0] for a, b in pairwise(joined))


@given(st.integers(0, 45), st.integers(1, 40), SPANS)
def test_the_end_is_the_day_on_which_the_count_is_full(
    zero: int, count: int, spans: list[tuple[int, int]]
) -> None:
    out, day, left = days(spans), zero, count
    while left:
        day += 1
        left -= day not in out
    assert end(zero, count, union(spans)) == day


def test_a_span_that_starts_on_the_last_day_moves_nothing() -> None:
    assert end(0, 20, [(20, 30)]) == 20
    assert end(0, 20, [(19, 30)]) == 31
    assert end(10, 20, [(0, 10)]) == 30
    assert end(10, 20, [(0, 11)]) == 31
