"""Which printed row is which row of the form: by label wherever it stands, by place only where counts agree."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.report.reader.align import OPTIONAL, align, instances
from gongkai.report.reader.labels import LIKELY, SURE
from gongkai.report.reader.rows import Row
from tests.report.reader.invented import ORDER
from tests.report.reader.invented import application_row as row

WIDTH = 7
WITH_OPTIONAL = [*ORDER[: ORDER.index("total_outcomes")], OPTIONAL, *ORDER[ORDER.index("total_outcomes") :]]


def full(key: str | None, n: int = 0, **more: float) -> Row:
    """A row of seven cells; ``n`` tells it from others."""
    return row(key, *[str(n)] * WIDTH, **more)  # type: ignore[arg-type]


def all_rows() -> list[Row]:
    return [full(key, i) for i, key in enumerate(ORDER)]


def test_the_order_of_the_form_leaves_nothing_to_say() -> None:
    rows = all_rows()
    got = align(rows, WITH_OPTIONAL, WIDTH)
    assert got.rows == dict(zip(ORDER, rows, strict=True))
    assert not got.by_place
    assert not got.out_of_order
    assert not got.homeless
    assert not got.repeated
    assert not got.gaps
    assert not got.beside


@settings(deadline=None)
@given(st.permutations(range(len(ORDER))))
def test_any_order_of_labelled_rows_places_each_under_its_label(order: list[int]) -> None:
    rows = all_rows()
    got = align([rows[i] for i in order], WITH_OPTIONAL, WIDTH)
    assert got.rows == dict(zip(ORDER, rows, strict=True))
    assert not got.homeless
    assert bool(got.out_of_order) == (order != sorted(order))
    assert not got.by_place


@settings(deadline=None)
@given(st.sets(st.integers(0, len(ORDER) - 1)))
def test_rows_that_print_leaves_out_are_missing_and_nothing_takes_their_place(left: set[int]) -> None:
    rows = all_rows()
    got = align([r for i, r in enumerate(rows) if i not in left], WITH_OPTIONAL, WIDTH)
    assert got.rows == {key: rows[i] for i, key in enumerate(ORDER) if i not in left}
    assert not got.out_of_order


@settings(deadline=None)
@given(st.integers(0, len(ORDER) - 1), st.integers(1, 6))
def test_rows_that_lost_their_labels_fill_their_gap(first: int, count: int) -> None:
    rows = all_rows()
    lost = range(first, min(first + count, len(ORDER)))
    for i in lost:
        rows[i] = full(None, i)
    got = align(rows, WITH_OPTIONAL, WIDTH)
    assert got.rows == dict(zip(ORDER, rows, strict=True))
    assert not got.homeless
    assert got.by_place >= {ORDER[i] for i in lost} if len(lost) > 1 else True


def test_a_gap_with_fewer_rows_than_keys_is_not_guessed() -> None:
    rows = [full("newly_received", 1), full(None, 2), full("partly_disclosed", 3)]
    got = align(rows, WITH_OPTIONAL, WIDTH)
    assert set(got.rows) == {"newly_received", "partly_disclosed"}
    assert got.homeless == [rows[1]]
    assert got.gaps[0] == ("brought_forward", "disclosed")


def test_rows_before_the_first_and_after_the_last_label() -> None:
    rows = [full(None, 1), full("brought_forward", 2), *[full(k) for k in ORDER[2:-1]], full(None, 3)]
    got = align(rows, WITH_OPTIONAL, WIDTH)
    assert got.rows["newly_received"] is rows[0]
    assert got.rows["carried_forward"] is rows[-1]


def test_a_row_too_many_is_homeless() -> None:
    rows = [full("newly_received", 1), full(None, 2), full("brought_forward", 3)]
    got = align(rows, WITH_OPTIONAL, WIDTH)
    assert got.homeless == [rows[1]]
    assert got.gaps == []


@pytest.mark.parametrize(("count", "homeless"), [(WIDTH, 1), (WIDTH - 1, 0), (1, 0)])
def test_only_a_full_set_of_numbers_counts_as_a_row(count: int, homeless: int) -> None:
    """A stray figure (a page number) is no row."""
    rows = [full("newly_received", 1), row(None, *["5"] * count), full("brought_forward", 3)]
    assert len(align(rows, WITH_OPTIONAL, WIDTH).homeless) == homeless


def test_the_optional_row_is_passed_over() -> None:
    """（六） as one row stands in the trial form only; a lost label before the total is not taken for it."""
    rows = all_rows()
    at = ORDER.index("otherwise.other")
    rows[at] = full(None, 99)
    assert align(rows, WITH_OPTIONAL, WIDTH).rows["otherwise.other"] is rows[at]
    assert OPTIONAL not in align(rows, WITH_OPTIONAL, WIDTH).rows


@pytest.mark.parametrize(
    ("score", "by_label"), [(1.0, True), (SURE, True), (SURE - 0.01, False), (LIKELY, False)]
)
def test_a_label_below_sure_is_not_relied_on_alone(score: float, by_label: bool) -> None:
    """It stands in its own gap, but not where the label belongs elsewhere."""
    astray = full("carried_forward", 5, score=score)
    got = align([full("newly_received", 1), astray, full("disclosed", 3)], WITH_OPTIONAL, WIDTH)
    assert ("carried_forward" in got.rows) == by_label


def test_the_same_row_twice_with_other_numbers_is_told() -> None:
    rows = [full("disclosed", 1), full("disclosed", 2)]
    got = align(rows, WITH_OPTIONAL, WIDTH)
    assert got.repeated == {"disclosed": rows}


def test_the_same_row_twice_with_the_same_numbers_is_one() -> None:
    """A row that print repeats after a page break."""
    rows = [full("disclosed", 1), full("disclosed", 1)]
    got = align(rows, WITH_OPTIONAL, WIDTH)
    assert not got.repeated
    assert got.rows == {"disclosed": rows[0]}
    assert not got.homeless


def test_a_label_without_numbers_gives_way_to_the_same_with_numbers() -> None:
    rows = [row("disclosed"), full("disclosed", 2)]
    got = align(rows, WITH_OPTIONAL, WIDTH)
    assert got.rows["disclosed"] is rows[1]
    assert not got.repeated
    assert not got.out_of_order


def test_nothing_from_nothing() -> None:
    got = align([], WITH_OPTIONAL, WIDTH)
    assert got.rows == {}
    assert got.homeless == []


def test_rows_of_another_table_are_left_alone() -> None:
    assert align([full(None, 1)], (), WIDTH).rows == {}


def test_one_table_is_one_instance() -> None:
    rows = all_rows()
    assert instances(rows, ORDER) == [rows]
    assert instances([], ORDER) == []


def test_two_tables_of_one_kind_are_told_apart() -> None:
    """This year's and last year's on one page."""
    first, second = all_rows(), all_rows()
    assert instances([*first, *second], ORDER) == [first, second]


def test_rows_without_label_stay_with_the_table_they_stand_in() -> None:
    first, second = [*all_rows(), full(None, 7)], all_rows()
    assert instances([*first, *second], ORDER) == [first, second]


def test_a_row_printed_twice_early_on_is_no_new_table() -> None:
    rows = [full("newly_received", 1), full("brought_forward", 1), full("newly_received", 2), *all_rows()[2:]]
    assert len(instances(rows, ORDER)) == 1


def test_numbers_in_a_row_of_their_own_below_their_label() -> None:
    """The label stands with blank cells, the figures in the next line."""
    rows = [row("newly_received", *[""] * WIDTH), full(None, 1), full("brought_forward", 2)]
    got = align(rows, WITH_OPTIONAL, WIDTH)
    assert got.rows["newly_received"] is rows[1]
    assert got.rows["brought_forward"] is rows[2]
    assert not got.homeless


def test_numbers_in_a_row_of_their_own_above_their_label() -> None:
    rows = [full("newly_received", 1), full(None, 2), row("brought_forward", *[""] * WIDTH)]
    got = align(rows, WITH_OPTIONAL, WIDTH)
    assert got.rows["newly_received"] is rows[0]
    assert got.rows["brought_forward"] is rows[1]


def test_numbers_between_two_blank_rows_belong_to_either_so_to_none() -> None:
    rows = [row("newly_received", *[""] * WIDTH), full(None, 1), row("brought_forward", *[""] * WIDTH)]
    got = align(rows, WITH_OPTIONAL, WIDTH)
    assert not got.rows["newly_received"].filled
    assert not got.rows["brought_forward"].filled
    assert got.homeless == [rows[1]]
    assert got.beside == {"newly_received", "brought_forward"}


def test_a_blank_row_beside_full_ones_is_blank() -> None:
    rows = [full("newly_received", 1), row("brought_forward", *[""] * WIDTH), full("disclosed", 2)]
    got = align(rows, WITH_OPTIONAL, WIDTH)
    assert got.rows["brought_forward"] is rows[1]
    assert not got.beside
