"""From rows to the official tables: every figure as printed, what is not settled flagged, nothing made up."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.report.document import Place
from gongkai.report.reader.blocks import Cell, Grid, Item, place_cells
from gongkai.report.reader.labels import Match
from gongkai.report.reader.rows import Found, Row, from_grids
from gongkai.report.reader.tables import build
from gongkai.tables.form import EDITIONS, TABLES, form
from tests.adversary.tree import Tree
from tests.report.reader.invented import FORM, PROACTIVE, REMEDIES, invented, numbers_of


def grid_of(tree: Tree) -> Grid:
    return Grid(place_cells([[(c.text, c.rowspan, c.colspan) for c in row.cells] for row in tree.rows]))


def found_in(*items: Item, edition: str = "2021") -> dict[str, Found]:
    return from_grids(list(enumerate(items)), edition)


def proactive_row(key: str, *tokens: str) -> Row:
    label = PROACTIVE.row(key).label
    return Row(label, Match(key, 1.0), list(tokens), Place(line=1), places=[Place(line=1)] * len(tokens))


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("seed", range(6))
def test_official_tables_are_read_as_printed(edition: str, table: str, seed: int) -> None:
    made = invented(seed, edition)
    (built,) = build(found_in(grid_of(made.trees()[table]), edition=edition)[table], form(edition), table)
    assert dict(built.table.cells) == numbers_of(made, table)
    assert built.flags == []
    assert built.failing == 0
    assert built.printed == len(numbers_of(made, table))


@pytest.mark.parametrize("table", TABLES)
def test_a_table_that_is_not_there_is_none(table: str) -> None:
    assert build(Found(), FORM, table) == []


@pytest.mark.parametrize("table", TABLES)
def test_a_table_printed_blank_is_there_with_nothing_in_it(table: str) -> None:
    tree = invented().trees()[table]
    for cell in tree.numbers():
        cell.text = ""
    (built,) = build(found_in(grid_of(tree))[table], FORM, table)
    assert set(built.table.cells) == set(numbers_of(invented(), table))
    assert set(built.table.cells.values()) == {None}


@pytest.mark.parametrize("table", TABLES)
def test_slashes_stay_slashes(table: str) -> None:
    tree = invented().trees()[table]
    for cell in tree.numbers():
        cell.text = "/"
    (built,) = build(found_in(grid_of(tree))[table], FORM, table)
    assert set(built.table.cells.values()) == {"/"}


def test_an_office_error_is_kept_and_counted() -> None:
    """A total that does not add up is what the office printed, not a doubt of the reader."""
    tree = invented().trees()["remedies"]
    for cell in tree.numbers():
        cell.text = "1"
    (built,) = build(found_in(grid_of(tree))["remedies"], FORM, "remedies")
    assert set(built.table.cells.values()) == {1}
    assert built.failing == 3
    assert built.flags == []


def test_every_cell_says_where_it_stands() -> None:
    tree = invented().trees()["proactive"]
    (built,) = build(found_in(grid_of(tree))["proactive"], FORM, "proactive")
    for (row, column), place in built.table.places.items():
        cells = tree.rows[place.row or 0].cells
        assert cells[place.cell or 0].path == ("proactive", row, column)
    assert set(built.table.places) == set(built.table.cells)


def test_labels_are_kept_as_printed() -> None:
    tree = invented().trees()["proactive"]
    printed = PROACTIVE.row("normative_document").variants[0]
    for row in tree.rows:
        if row.key == "normative_document":
            row.cells[0].text = printed
    (built,) = build(found_in(grid_of(tree))["proactive"], FORM, "proactive")
    assert built.table.labels["normative_document"] == printed
    assert built.table.labels["licence"] == PROACTIVE.row("licence").label
    assert built.table.labels["issued"] == PROACTIVE.column("issued").label


def test_units_printed_in_cells_are_kept() -> None:
    found = Found([proactive_row("administrative_charge", "12.5万元"), proactive_row("licence", "3件")])
    (built,) = build(found, FORM, "proactive")
    assert built.table.cells["administrative_charge", "amount"] == "12.5"
    assert built.table.cells["licence", "decisions"] == 3
    assert dict(built.table.units) == {
        ("administrative_charge", "amount"): "万元",
        ("licence", "decisions"): "件",
    }


def test_a_row_with_too_many_numbers_is_flagged_not_guessed() -> None:
    found = Found([proactive_row("licence", "1"), proactive_row("government_rule", "1", "2", "3", "4")])
    (built,) = build(found, FORM, "proactive")
    assert [f.where for f in built.flags] == [("proactive", "government_rule")]
    assert {v for (r, _), v in built.table.cells.items() if r == "government_rule"} == {None}
    assert built.flags[0].why.endswith("。")


def test_rows_that_print_leaves_out_are_absent() -> None:
    (built,) = build(Found([proactive_row("licence", "1")]), FORM, "proactive")
    assert set(built.table.cells) == {("licence", "decisions")}


def test_the_first_of_a_row_printed_twice_in_the_proactive_table_stands() -> None:
    rows = [proactive_row("licence", "1"), proactive_row("penalty", "2"), proactive_row("licence", "9")]
    built = build(Found(rows), FORM, "proactive")
    assert built[0].table.cells["licence", "decisions"] == 1


def test_two_tables_of_a_kind_are_two() -> None:
    """This year's and last year's on one page; whoever calls takes the one that closes."""
    one, two = invented(1), invented(2)
    for table in ("proactive", "applications"):
        found = found_in(grid_of(one.trees()[table]), grid_of(two.trees()[table]))[table]
        built = build(found, FORM, table)
        assert [dict(b.table.cells) for b in built] == [numbers_of(one, table), numbers_of(two, table)]


def test_remedies_as_three_rows_of_their_own() -> None:
    """One row for each remedy, each with its label, instead of fifteen cells side by side."""
    rows = [
        [Cell(r.label, 0), *(Cell(t, i + 1) for i, t in enumerate("10203"[:4] + "6"))] for r in REMEDIES.rows
    ]
    (built,) = build(found_in(Grid(rows))["remedies"], FORM, "remedies")
    assert len(built.table.cells) == 15
    for row in REMEDIES.rows:
        assert [built.table.cells[row.key, c.key] for c in REMEDIES.columns] == [1, 0, 2, 0, 6]


def test_remedies_whose_cells_run_together_are_told_apart_by_their_sums() -> None:
    tokens = ["1", "0", "2", "0", "3", "00000", "2", "1", "0", "0", "3"]
    found = Found([Row("", None, tokens, Place(line=1), glued=True, packed=True)])
    (built,) = build(found, FORM, "remedies")
    assert list(built.table.cells.values()) == [1, 0, 2, 0, 3, 0, 0, 0, 0, 0, 2, 1, 0, 0, 3]


def test_fourteen_cells_of_remedies_are_in_doubt() -> None:
    found = Found([Row("", None, [*"12345678912345"], Place(line=1))])
    (built,) = build(found, FORM, "remedies")
    assert set(built.table.cells.values()) == {None}
    assert [f.where for f in built.flags] == [("remedies",)]


def test_a_few_stray_numbers_are_no_table_of_remedies() -> None:
    assert build(Found([Row("", None, ["1", "2"], Place(line=1))]), FORM, "remedies") == []


@settings(deadline=None, max_examples=80)
@given(st.data())
def test_no_value_is_made_up(data: st.DataObject) -> None:
    """Whatever stands in the cells, a value that is read was printed, or its cell is flagged."""
    table = data.draw(st.sampled_from(TABLES))
    tree = invented().trees()[table]
    texts = st.sampled_from(["", "0", "7", "12", "/", "3件", "—", "１２"])
    printed = {}
    for cell in tree.numbers():
        cell.text = data.draw(texts)
        assert cell.path is not None
        printed[cell.path] = cell.text
    for built in build(found_in(grid_of(tree))[table], FORM, table):
        for (row, column), value in built.table.cells.items():
            if any(f.covers(table, row, column) for f in built.flags):
                continue
            text = printed[table, row, column]
            want = {"": (None,), "3件": (3, "3"), "/": ("/",), "—": ("—",), "１２": (12, "12")}.get(
                text, (text, int(text) if text.isdigit() else text)
            )
            assert value in want, (row, column, text)


def test_figures_beside_a_cell_of_two_stay_in_their_columns() -> None:
    """A blank, 0 and "2 0" under three columns: the 0 stands in the second and may not move to the first."""
    (built,) = build(
        Found([proactive_row("licence", "1"), proactive_row("normative_document", "", "0", "2 0")]),
        FORM,
        "proactive",
    )
    held = built.table.cells["normative_document", "repealed"]
    assert held == 0 or any(f.covers("proactive", "normative_document", "repealed") for f in built.flags)
