"""Cells: a number, a blank, a cell that is not printed, an unsettled one and a wrong one are five different things."""

from __future__ import annotations

from dataclasses import replace

from gongkai.report.document import AnnualReport, Candidate, Flag, Place, Source, Table
from gongkai.report.writer.layout import tables
from gongkai.values.findings import Finding, Severity, Where
from gongkai.web.portal.answer import SheetCell
from gongkai.web.portal.filling import cells_of, sheets

ROW = "newly_received"
CELLS = {(ROW, "natural_person"): 2, (ROW, "business"): None, (ROW, "other"): "/", (ROW, "total"): None}


def report() -> AnnualReport:
    """One row of chapter three's table, its total unsettled."""
    flag = Flag(
        ("applications", ROW, "total"),
        "两种读法都说得通",
        (Candidate({(ROW, "total"): 2}, "label"), Candidate({(ROW, "total"): None}, "geometry")),
    )
    table = Table("applications", CELLS, {(ROW, "natural_person"): Place(block=4, row=1, cell=2)})
    source = Source("a.txt", "txt", "0" * 64)
    return AnnualReport(source, tables={"applications": table}, flags=(flag,))


def cell(column: str, on_cells: dict[tuple[str, ...], tuple[str, str, int]] | None = None) -> SheetCell:
    """The cell of the row as it would be shown."""
    sheet = sheets(report(), "part1", on_cells or {}, {"source4-1-2"})[1]
    found = [
        c for row in sheet.body for c in row if c.id.endswith(f"newly-received-{column.replace('_', '-')}")
    ]
    assert len(found) == 1
    return found[0]


def test_a_number_links_to_its_source() -> None:
    shown = cell("natural_person")
    assert (shown.text, shown.state, shown.source) == ("2", "plain", "source4-1-2")


def test_blank_stays_blank_and_text_stays_text() -> None:
    assert (cell("business").text, cell("business").state) == ("", "blank")
    assert (cell("other").text, cell("other").state) == ("/", "plain")


def test_a_cell_that_is_not_printed_is_neither_blank_nor_zero() -> None:
    assert (cell("research_institute").text, cell("research_institute").state) == ("", "absent")


def test_an_unsettled_cell_shows_both_readings() -> None:
    shown = cell("total")
    assert (shown.text, shown.state) == ("待核", "unsettled")
    assert [value for _, value in shown.readings] == ["2", "空白"]


def test_a_wrong_cell_carries_its_finding() -> None:
    path = ("applications", ROW, "natural_person")
    shown = cell("natural_person", {path: ("error", "part1-finding1", 1)})
    assert (shown.state, shown.finding, shown.number) == ("error", "part1-finding1", 1)


def test_tables_not_found_are_said_so_and_doubts_are_listed() -> None:
    found = sheets(report(), "part1", {}, set())
    assert [s.found for s in found] == [False, True, False]
    assert found[1].doubts[0].why == "两种读法都说得通"
    assert found[1].doubts[0].cell == "part1-applications-newly-received-total"


def test_a_finding_speaks_of_cells_of_the_form_only() -> None:
    def at(row: str | None, column: str | None) -> Finding:
        return Finding("R301", Severity.ERROR, Where("applications", row, column), 1, 2, "", "", "")

    assert cells_of(report(), at(ROW, "total")) == (("applications", ROW, "total"),)
    assert len(cells_of(report(), at(f"{ROW}+brought_forward", "total"))) == 2
    assert cells_of(report(), at(ROW, None)) == ()
    assert cells_of(report(), at("nothing", "total")) == ()


def test_the_layout_is_that_of_our_files() -> None:
    shown = sheets(report(), "part1", {}, set())[1]
    (laid,) = tables(report())
    assert [len(row) for row in (*shown.head, *shown.body)] == [len(row) for row in laid.rows]
    assert [(cell.text, cell.rowspan, cell.colspan, cell.scope) for cell in shown.head[0]] == [
        (laid.rows[0][0].text, 3, 3, "colgroup"),
        (laid.rows[0][1].text, 1, 7, "colgroup"),
    ]


def test_a_cell_without_a_place_in_the_form_does_not_cost_the_table() -> None:
    table = Table("applications", {**CELLS, ("nothing", "total"): 1})
    shown = sheets(replace(report(), tables={"applications": table}), "part1", {}, set())[1]
    assert shown.found
    assert not [c for row in shown.body for c in row if "nothing" in c.id]
