"""The tables on a terminal: four values stay four, wrong cells carry their notes."""

from __future__ import annotations

from io import StringIO

from rich.console import Console

from gongkai.cli.grids import Marks, cell_text, grid
from gongkai.report.document import AnnualReport, Flag, Source, Table
from gongkai.tables.form import TABLES, form
from gongkai.values.findings import Finding, Severity, Where


def finding(row: str | None, column: str | None, severity: Severity = Severity.ERROR) -> Finding:
    return Finding("R304", severity, Where(table="applications", row=row, column=column), 0, 2, "", "", "")


def drawn(report: AnnualReport, key: str, *findings: Finding) -> str:
    out = StringIO()
    table = report.table(key)
    assert table is not None
    Console(file=out, width=100, color_system=None).print(grid(report, table, list(enumerate(findings, 1))))
    return out.getvalue()


def report_of(table: Table, edition: str = "2021", flags: tuple[Flag, ...] = ()) -> AnnualReport:
    return AnnualReport(Source("a", "txt", "0"), edition=edition, tables={table.key: table}, flags=flags)


def test_the_four_values_and_the_unsettled_are_told_apart() -> None:
    cells = {("disclosed", "natural_person"): 0, ("disclosed", "business"): None, ("disclosed", "other"): "/"}
    cells[("disclosed", "total")] = None
    table = Table("applications", cells)
    report = report_of(table, flags=(Flag(("applications", "disclosed", "total"), "两种读法不同"),))
    shown = [
        cell_text(report, table, "disclosed", column)
        for column in ("natural_person", "business", "other", "research_institute", "total")
    ]
    assert shown == ["0", "", "/", "–", "？"]


def test_a_flagged_cell_whose_reading_was_taken_shows_it_with_the_doubt() -> None:
    table = Table("applications", {("disclosed", "total"): 7})
    report = report_of(table, flags=(Flag(("applications", "disclosed"), "两种读法不同"),))
    assert cell_text(report, table, "disclosed", "total") == "7？"


def test_a_wrong_cell_is_marked_with_the_numbers_of_its_notes() -> None:
    table = Table("applications", {("disclosed", "total"): 5, ("disclosed", "other"): 1})
    text = drawn(
        report_of(table), "applications", finding("disclosed", "total"), finding("disclosed", "total")
    )
    assert "«5»[1,2]" in text
    assert "«1»" not in text


def test_a_row_or_a_column_can_be_marked() -> None:
    marks = Marks.of(
        [(1, finding("disclosed", None)), (2, finding(None, "total", Severity.NOTICE))], "applications"
    )
    assert marks.put(("disclosed", None), "行").plain == "«行»[1]"
    assert marks.put((None, "total"), "列").plain == "«列»[2]"
    assert marks.put(("disclosed", "total"), "5").plain == "5"


def test_marks_of_another_table_stay_away() -> None:
    assert Marks.of([(1, finding("disclosed", "total"))], "remedies").spots == {}


def test_the_gravest_finding_gives_the_colour() -> None:
    both = [(1, finding("disclosed", "total", Severity.NOTICE)), (2, finding("disclosed", "total"))]
    assert Marks.of(both, "applications").put(("disclosed", "total"), "5").style == "bold red"


def test_every_label_of_the_form_is_on_the_page() -> None:
    for edition in ("2021", "2019"):
        for key in TABLES:
            text = "".join(drawn(report_of(Table(key), edition), key).split())
            for label in form(edition).table(key).rows:
                assert label.label[:6] in text, (edition, label.label)


def test_an_amount_in_another_unit_than_the_form_says_so() -> None:
    key = ("administrative_charge", "amount")
    assert "30 元" in drawn(report_of(Table("proactive", {key: "30"}, units={key: "元"})), "proactive")
    assert "30 万元" not in drawn(
        report_of(Table("proactive", {key: "30"}, units={key: "万元"})), "proactive"
    )


def test_a_row_that_the_form_does_not_have_is_shown_under_its_printed_name() -> None:
    table = Table("applications", {("otherwise", "total"): 77}, labels={"otherwise": "（六）其他处理情况"})
    lines = drawn(report_of(table), "applications").split("\n")
    assert any("（六）其他处理情况" in line and "77" in line for line in lines)
