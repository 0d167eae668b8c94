"""Digits cut and joined: every way keeps all digits, and only sums that close are given back."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.report.reader.cut import cut_row, cuts, digits, joins, ways

SUM = ((0, 1, 2, 3, 4, 5, 6),)
runs_of_digits = st.lists(st.text("0123456789", min_size=1, max_size=4), min_size=1, max_size=4)
parts = st.lists(st.integers(0, 40), min_size=6, max_size=6)


@pytest.mark.parametrize(
    ("token", "runs"),
    [
        ("230", ["230"]),
        ("2 30", ["2", "30"]),
        ("1,234", ["1234"]),
        ("1，234", ["1234"]),
        ("3件", ["3"]),
        ("/", []),
        ("", []),
    ],
)
def test_runs_of_digits(token: str, runs: list[str]) -> None:
    assert digits(token) == runs


def test_cuts_of_a_run() -> None:
    assert list(cuts("230", 2)) == [(2, 30), (23, 0)]
    assert list(cuts("230", 3)) == [(2, 3, 0)]
    assert list(cuts("230", 1)) == [(230,)]


def test_no_number_has_a_leading_zero() -> None:
    assert list(cuts("05", 1)) == []
    assert list(cuts("105", 2)) == [(10, 5)]
    assert list(cuts("00", 2)) == [(0, 0)]


@pytest.mark.parametrize(("run", "count"), [("12", 3), ("", 1), ("0", 2)])
def test_too_few_digits_give_nothing(run: str, count: int) -> None:
    assert list(cuts(run, count)) == []


@settings(deadline=None)
@given(runs_of_digits, st.integers(1, 8))
def test_every_way_puts_the_same_digits_together(runs: list[str], count: int) -> None:
    seen = list(ways(runs, count))
    assert len(set(seen)) == len(seen)
    for reading in seen:
        assert len(reading) == count
        assert "".join(map(str, reading)) == "".join(runs)


@settings(deadline=None)
@given(runs_of_digits, st.integers(1, 4))
def test_every_join_puts_the_same_digits_together(runs: list[str], count: int) -> None:
    for reading in joins(runs, count):
        assert len(reading) == count
        assert "".join(map(str, reading)) == "".join(runs)


def test_a_cut_never_joins_and_a_join_never_cuts() -> None:
    assert (12, 3) not in set(ways(["1", "23"], 2))
    assert set(ways(["1", "23"], 2)) == {(1, 23)}
    assert set(joins(["1", "23"], 1)) == {(123,)}
    assert list(joins(["123"], 2)) == []


def test_nothing_from_nothing() -> None:
    assert list(ways([], 0)) == [()]
    assert list(ways([], 1)) == []
    assert list(joins([], 0)) == [()]
    assert list(joins(["1"], 0)) == []


@settings(deadline=None)
@given(st.lists(st.integers(0, 999), min_size=1, max_size=6), st.data())
def test_the_printed_numbers_are_among_the_ways(numbers: list[int], data: st.DataObject) -> None:
    """However print runs neighbours together, the truth is one of the readings."""
    bounds = sorted(data.draw(st.sets(st.integers(1, len(numbers)))) | {0, len(numbers)})
    glued = ["".join(map(str, numbers[a:b])) for a, b in pairwise(bounds)]
    assert tuple(numbers) in set(ways(glued, len(numbers)))


@settings(deadline=None)
@given(parts)
def test_a_glued_row_whose_sum_closes_is_found(six: list[int]) -> None:
    numbers = (*six, sum(six))
    found = cut_row(["".join(map(str, numbers))], 7, SUM)
    assert numbers in found
    for reading in found:
        assert sum(reading[:-1]) == reading[-1]
        assert "".join(map(str, reading)) == "".join(map(str, numbers))


@settings(deadline=None)
@given(runs_of_digits, st.integers(2, 7))
def test_all_readings_close(runs: list[str], count: int) -> None:
    closes = (tuple(range(count)),)
    for reading in cut_row(runs, count, closes):
        assert sum(reading[:-1]) == reading[-1]


def test_one_reading_or_several() -> None:
    assert cut_row(["2000002"], 7, SUM) == [(2, 0, 0, 0, 0, 0, 2)]
    assert cut_row(["121224"], 3, ((0, 1, 2),)) == [(12, 12, 24)]
    assert cut_row(["1", "01"], 3, ((0, 1, 2),)) == [(1, 0, 1)]
    assert set(cut_row(["1010"], 3, ())) == {(1, 0, 10), (10, 1, 0)}


def test_a_row_that_does_not_close_has_no_reading() -> None:
    assert cut_row(["2000003"], 7, SUM) == []


@pytest.mark.parametrize("runs", [[], ["1"], ["000000"]])
def test_fewer_digits_than_numbers(runs: list[str]) -> None:
    assert cut_row(runs, 7, SUM) == []


def test_seven_digits_are_just_enough() -> None:
    assert cut_row(["0000000"], 7, SUM) == [(0,) * 7]


def test_fifteen_cells_are_tried_and_sixteen_are_not() -> None:
    assert cut_row(["0"] * 15, 15, ()) == [(0,) * 15]
    assert cut_row(["0"] * 16, 16, ()) == []


def test_too_many_ways_give_nothing_instead_of_a_guess() -> None:
    assert cut_row(["1" * 24], 7, ()) == []


def test_a_nought_alone_is_a_number_and_before_others_none() -> None:
    assert list(joins(["0", "1"], 2)) == [(0, 1)]
    assert list(joins(["0", "1"], 1)) == []
