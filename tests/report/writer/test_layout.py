"""The official form as rows of cells: spans that close, labels of the form, the four values apart."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest

from gongkai.report.document import AnnualReport, CellValue, Chapter, Flag, Source, Table
from gongkai.report.printed import NOT_PRINTED, UNSETTLED
from gongkai.report.writer.layout import LaidCell, LaidTable, is_number, tables
from gongkai.tables.form import EDITIONS, TABLES, form
from gongkai.values.errors import Refused


def report_of(edition: str = "2021", **changed: dict[tuple[str, str], CellValue]) -> AnnualReport:
    """A report whose every cell is 0 (an amount "0"), but for the tables given."""
    shape = form(edition)
    zero = {
        key: {
            p[1:]: "0" if shape.table(key).column(p[2]).kind == "amount" else 0
            for p in shape.table(key).paths()
        }
        for key in TABLES
    }
    tables_ = {key: Table(key, MappingProxyType({**zero[key], **changed.get(key, {})})) for key in TABLES}
    chapters = tuple(Chapter(n, c.label, True) for n, c in enumerate(shape.chapters, 1))
    return AnnualReport(Source("a", "txt", ""), edition=edition, chapters=chapters, tables=tables_)


def laid(report: AnnualReport, key: str) -> LaidTable:
    """One table as it was laid out."""
    return next(table for table in tables(report) if table.key == key)


def cell(table: LaidTable, row: str, column: str) -> LaidCell:
    """The cell of a path."""
    path = (table.key, row, column)
    return next(c for cells in table.rows for c in cells if c.path == path)


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("key", TABLES)
def test_the_cells_fill_a_rectangle_and_every_path_stands_once(edition: str, key: str) -> None:
    table = laid(report_of(edition), key)
    filled: set[tuple[int, int]] = set()
    for number, row in enumerate(table.rows):
        column = 0
        for one in row:
            while (number, column) in filled:
                column += 1
            area = {(number + r, column + c) for r in range(one.rowspan) for c in range(one.colspan)}
            assert not area & filled
            filled |= area
    assert filled == {(r, c) for r in range(len(table.rows)) for c in range(table.width)}
    paths = [one.path for row in table.rows for one in row if one.path]
    assert paths == list(form(edition).table(key).paths())


@pytest.mark.parametrize(("edition", "rows"), [("2021", 14), ("2019", 18)])
def test_chapter_two_has_a_block_for_each_item_of_article_20(edition: str, rows: int) -> None:
    table = laid(report_of(edition), "proactive")
    shape = form(edition).table("proactive")
    heads = [row[0].text for row in table.rows if len(row) == 1]
    assert heads == [block.heading for block in shape.blocks]
    assert (table.width, table.lead, table.head, len(table.rows)) == (4, 1, 0, rows)


@pytest.mark.parametrize(("edition", "rows"), [("2021", 25), ("2019", 23)])
def test_chapter_three_has_a_head_of_three_levels_and_spanning_groups(edition: str, rows: int) -> None:
    table = laid(report_of(edition), "applications")
    corner = table.rows[0][0]
    assert (corner.kind, corner.rowspan, corner.colspan) == ("corner", 3, 3)
    assert (table.width, table.lead, table.head, len(table.rows)) == (10, 3, 3, 3 + rows)
    outer = next(
        c for row in table.rows for c in row if c.text == form(edition).table("applications").groups[0].label
    )
    assert outer.rowspan == rows - 3
    assert table.title == form(edition).chapters[2].label


def test_chapter_four_is_one_line_of_fifteen_numbers() -> None:
    table = laid(report_of(), "remedies")
    assert [len(row) for row in table.rows] == [2, 7, 10, 15]
    assert table.width == 15


def test_the_four_values_and_the_unsettled_one_stay_apart() -> None:
    cells: dict[tuple[str, str], CellValue] = {("disclosed", "total"): "/", ("disclosed", "other"): None}
    report = report_of(applications=cells)
    kept = dict(report.tables["applications"].cells)  # type: ignore[union-attr]
    del kept["disclosed", "business"]
    kept["disclosed", "legal_service"] = None
    flags = tuple(Flag(("applications", "disclosed", column), "?") for column in ("legal_service", "total"))
    tables_ = {**report.tables, "applications": Table("applications", kept)}
    table = laid(replace(report, tables=tables_, flags=flags), "applications")
    found = {
        c: cell(table, "disclosed", c)
        for c in ("natural_person", "business", "legal_service", "other", "total")
    }
    assert {c: (one.text, one.state) for c, one in found.items()} == {
        "natural_person": ("0", "value"),
        "business": (NOT_PRINTED, "absent"),
        "legal_service": (UNSETTLED, "unsettled"),
        "other": ("", "blank"),
        "total": ("/", "value"),
    }


def test_a_unit_printed_in_a_cell_or_in_a_head_stays_with_its_figure() -> None:
    report = report_of(proactive={("administrative_charge", "amount"): "1200.50"})
    table = report.tables["proactive"]
    assert table is not None
    in_cell = replace(table, units={("administrative_charge", "amount"): "元"})
    made = laid(replace(report, tables={"proactive": in_cell}), "proactive")
    assert cell(made, "administrative_charge", "amount").text == "1200.50元"
    in_head = replace(table, labels={"amount": "本年收费金额\n（单位：元）"})
    made = laid(replace(report, tables={"proactive": in_head}), "proactive")
    assert "（单位：元）" in [c.text[-6:] for row in made.rows for c in row]
    other = replace(table, labels={"amount": "收费金额"})
    made = laid(replace(report, tables={"proactive": other}), "proactive")
    assert form("2021").table("proactive").column("amount").label in [
        c.text for row in made.rows for c in row
    ]


def test_one_row_for_the_sixth_group_is_printed_as_one_row() -> None:
    columns = [c.key for c in form("2021").table("applications").columns]
    report = report_of()
    cells = dict(report.tables["applications"].cells)  # type: ignore[union-attr]
    cells = {k: v for k, v in cells.items() if not k[0].startswith("otherwise.")}
    cells |= {("otherwise", column): 3 for column in columns}
    table = laid(replace(report, tables={"applications": Table("applications", cells)}), "applications")
    assert len(table.rows) == 3 + 23
    assert [cell(table, "otherwise", column).text for column in columns] == ["3"] * 7


def test_a_cell_for_which_the_form_has_no_place_is_told_and_not_lost() -> None:
    report = report_of("2019")
    cells = {**report.tables["applications"].cells, ("otherwise.other", "total"): 4}  # type: ignore[union-attr]
    with pytest.raises(Refused) as refusal:
        tables(replace(report, tables={"applications": Table("applications", cells)}))
    assert refusal.value.code == "outside_form"
    assert "3.其他" in refusal.value.message


def test_tables_that_are_not_there_are_left_out() -> None:
    report = report_of()
    assert tables(replace(report, tables={"proactive": None, "remedies": Table("remedies")})) == ()


@pytest.mark.parametrize(
    ("value", "answer"),
    [(3, True), ("12.50", True), ("-1", True), ("/", False), (None, False), ("NaN", False), ("１２", False)],
)
def test_numbers(value: CellValue, answer: bool) -> None:
    assert is_number(value) is answer
