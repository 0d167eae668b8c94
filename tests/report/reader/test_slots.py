"""From the cells of a row to values by column: in order, under the head, and by the sums they must make."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.report.reader.rows import Head, Row
from gongkai.report.reader.slots import propose, read_cell
from gongkai.tables.form import form
from tests.report.reader.invented import APPLICATIONS, COLUMNS, PROACTIVE, SUMS, application_row

HEAD = Head({key: (3 + i, 1) for i, key in enumerate(COLUMNS)})
COUNT = APPLICATIONS.column("total")
AMOUNT = PROACTIVE.column("amount")


def row(*tokens: str, width: int = 1, head: Head | None = HEAD) -> Row:
    made = application_row("disclosed", *tokens, width=width)
    return replace(made, head=head)


def glued(*tokens: str, packed: bool = False) -> Row:
    return replace(application_row("disclosed", *tokens), glued=True, packed=packed)


def values(made: Row) -> list[list[object]]:
    """The cells of each proposal by column; a column without a cell shows as ``...``."""
    return [[p.cells.get(c, ...) for c in COLUMNS] for p in propose(made, APPLICATIONS.columns, SUMS)]


@pytest.mark.parametrize(
    ("token", "held"),
    [
        ("", (None, None)),
        ("0", (0, None)),
        ("/", ("/", None)),
        ("／", ("/", None)),
        ("3件", (3, "件")),
        ("1,234", (1234, None)),
        ("１２", (12, None)),
        ("-4", (-4, None)),
        ("2.5", ("2.5", None)),
        ("详见附件", ("详见附件", None)),
    ],
)
def test_a_cell_of_a_count(token: str, held: tuple[object, str | None]) -> None:
    assert read_cell(token, COUNT) == held


@pytest.mark.parametrize(
    ("token", "held"),
    [
        ("", (None, None)),
        ("0", ("0", None)),
        ("12.50", ("12.50", None)),
        ("3万元", ("3", "万元")),
        ("1,234.5", ("1234.5", None)),
        ("/", ("/", None)),
        ("1000000", ("1000000", None)),
    ],
)
def test_a_cell_of_an_amount_is_a_decimal_string(token: str, held: tuple[object, str | None]) -> None:
    assert read_cell(token, AMOUNT) == held


def test_a_signed_column_keeps_its_sign() -> None:
    change = form("2019").table("proactive").column("change")
    assert read_cell("-3", change)[0] == -3
    assert read_cell("+3", change)[0] == 3


def test_seven_cells_are_the_seven_columns() -> None:
    proposals = propose(row(*"2000002"), APPLICATIONS.columns, SUMS)
    assert [list(p.cells.values()) for p in proposals] == [[2, 0, 0, 0, 0, 0, 2]]
    assert proposals[0].sure
    assert proposals[0].source == {key: i for i, key in enumerate(COLUMNS)}


def test_a_full_row_is_taken_as_printed_though_its_sum_fails() -> None:
    proposals = propose(row(*"2000003"), APPLICATIONS.columns, SUMS)
    assert proposals[0].sure
    assert [p.cells["total"] for p in proposals if p.sure] == [3]


def test_blank_cells_stay_blank() -> None:
    assert values(row("2", "", "", "", "", "", "2"))[0] == [2, None, None, None, None, None, 2]
    assert values(row(*[""] * 7))[0] == [None] * 7


def test_the_order_of_the_head_is_followed() -> None:
    turned = Head(
        {
            "natural_person": (3, 1),
            "research_institute": (4, 1),
            "business": (5, 1),
            "public_interest_body": (6, 1),
            "legal_service": (7, 1),
            "other": (8, 1),
            "total": (9, 1),
        }
    )
    proposals = propose(row(*"1234502"[:7], head=turned), APPLICATIONS.columns, ())
    assert proposals[0].cells["research_institute"] == 2
    assert proposals[0].cells["business"] == 3


def test_a_false_head_is_not_followed() -> None:
    """A head whose total stands first has lost its spans; the order of the form holds."""
    false = Head({key: (3 + i, 1) for i, key in enumerate([COLUMNS[-1], *COLUMNS[:-1]])})
    proposals = propose(row(*"1234567", head=false), APPLICATIONS.columns, ())
    assert proposals[0].cells["natural_person"] == 1


def test_units_are_kept_beside_the_number() -> None:
    proposal = propose(row("2件", *"00000", "2件"), APPLICATIONS.columns, SUMS)[0]
    assert proposal.cells["natural_person"] == 2
    assert proposal.units == {"natural_person": "件", "total": "件"}


def test_digits_run_together_are_cut_where_one_sum_closes() -> None:
    assert values(glued("2000002", packed=True)) == [[2, 0, 0, 0, 0, 0, 2]]


def test_every_cut_that_closes_is_proposed_and_none_is_sure() -> None:
    proposals = propose(
        glued("11", "2", packed=True), APPLICATIONS.columns[:2] + APPLICATIONS.columns[6:], ((0, 1, 2),)
    )
    assert [list(p.cells.values()) for p in proposals if p.sure] in ([[1, 1, 2]], [])
    ambiguous = propose(glued("10110111", packed=True), APPLICATIONS.columns, ())
    assert len(ambiguous) > 1
    assert not any(p.sure for p in ambiguous)


def test_digits_that_close_in_no_way_give_nothing() -> None:
    assert values(glued("2000003", packed=True)) == []


def test_a_number_split_over_cells_is_joined_by_its_sum() -> None:
    assert [12, 0, 0, 0, 0, 0, 12] in values(row("1", "2", *"00000", "12"))


@pytest.mark.parametrize("token", ["2 0", "2\u30000"])
def test_cells_run_together_with_a_space(token: str) -> None:
    assert values(row(token, *"0000", "2"))[0] == [2, 0, 0, 0, 0, 0, 2]


def test_no_number_is_lost_or_made_up() -> None:
    """Nine numbers under seven columns: no reading, or one that joins them all."""
    for reading in propose(row(*"123456789"), APPLICATIONS.columns, SUMS):
        assert "".join(str(v) for v in reading.cells.values()) == "123456789"


def test_cells_are_read_under_their_head_where_some_are_not_printed() -> None:
    made = replace(application_row("disclosed", "2", "2"), spans=[(3, 1), (9, 1)], head=HEAD)
    geometry = [p for p in propose(made, APPLICATIONS.columns, SUMS) if p.by == "geometry"]
    assert [dict(p.cells) for p in geometry] == [{"natural_person": 2, "total": 2}]
    assert geometry[0].partial
    assert not geometry[0].sure


def test_a_number_under_no_head_has_no_geometry() -> None:
    made = replace(application_row("disclosed", "2", "2"), spans=[(30, 1), (31, 1)], head=HEAD)
    assert not any(p.by == "geometry" for p in propose(made, APPLICATIONS.columns, ()))


def test_two_numbers_under_one_head_have_no_geometry() -> None:
    wide = Head({**HEAD.columns, "total": (9, 2)})
    made = replace(application_row("disclosed", "2", "3"), spans=[(9, 1), (10, 1)], head=wide)
    assert not any(p.by == "geometry" for p in propose(made, APPLICATIONS.columns, ()))


def test_label_and_geometry_that_agree_are_one() -> None:
    assert len(propose(row(*"2000002"), APPLICATIONS.columns, SUMS)) == 1


def test_no_cells_no_reading() -> None:
    assert values(glued()) == []


def test_a_single_cell_of_a_single_column() -> None:
    columns = [PROACTIVE.column("decisions")]
    licence = application_row(None, "144", width=3)
    proposals = propose(licence, columns, ())
    assert [dict(p.cells) for p in proposals] == [{"decisions": 144}]
    assert proposals[0].sure
    blank = propose(replace(licence, tokens=[""]), columns, ())
    assert [dict(p.cells) for p in blank] == [{"decisions": None}]


def test_covered_cells_left_at_the_end_are_no_columns() -> None:
    """行政许可 | 144 | | : what a span covered is printed as blank cells."""
    proposals = propose(application_row(None, "144", "", "", width=1), [PROACTIVE.column("decisions")], ())
    assert [dict(p.cells) for p in proposals if p.sure] == [{"decisions": 144}]


_TOKENS = st.sampled_from(["", "0", "2", "12", "/", "3件", "2 0", "1,234", "-1", "甲", "007"])


@settings(deadline=None)
@given(st.lists(_TOKENS, max_size=10), st.booleans(), st.booleans())
def test_any_cells_give_sound_proposals(tokens: list[str], shaped: bool, packed: bool) -> None:
    """Only columns of the form, no two alike, and never a number that print does not have."""
    made = row(*tokens) if shaped else glued(*tokens, packed=packed)
    proposals = propose(made, APPLICATIONS.columns, SUMS)
    digits = "".join(c for t in tokens for c in t if c.isdigit())
    seen: list[dict[str, object]] = []
    for proposal in proposals:
        assert set(proposal.cells) <= set(COLUMNS)
        assert all(str(abs(v)) in digits for v in proposal.cells.values() if isinstance(v, int))
        assert dict(proposal.cells) not in seen
        seen.append(dict(proposal.cells))


@settings(deadline=None)
@given(st.lists(st.integers(0, 99), min_size=6, max_size=6))
def test_a_glued_row_keeps_the_truth_among_its_readings(six: list[int]) -> None:
    """Unless there are more readings than are proposed; only one that stands alone is sure."""
    numbers = [*six, sum(six)]
    got = propose(glued("".join(map(str, numbers)), packed=True), APPLICATIONS.columns, SUMS)
    readings = [list(p.cells.values()) for p in got]
    assert numbers in readings or len(got) >= 12
    assert any(p.sure for p in got) == (len(got) == 1)


def test_too_many_ways_to_cut_give_no_reading() -> None:
    """Twenty-five digits for seven numbers: nothing is guessed."""
    assert propose(glued("1986483547449305186" + "992168", packed=True), APPLICATIONS.columns, SUMS) == []
