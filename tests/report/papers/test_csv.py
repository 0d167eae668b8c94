"""Tidy tables of what was compared and added up."""

from __future__ import annotations

import csv
import io

from gongkai.report.papers.csv import comparison, findings, lineup, rollup
from gongkai.tables.form import form
from gongkai.values.findings import Finding, Severity, Where
from tests.report.papers.found import a_row, a_sum, two_years

FINDING = Finding("R701", Severity.ERROR, Where(), None, 2, "某条例", "=1+1", "请核对。")


def rows(data: bytes) -> list[dict[str, str]]:
    """The lines by their heads."""
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def of_total(data: bytes) -> dict[str, str]:
    """The line of the total of new applications."""
    return next(r for r in rows(data) if (r["行"], r["列"]) == ("newly_received", "total"))


def test_every_cell_has_its_line() -> None:
    cells = sum(len(list(table.paths())) for table in form("2021").tables)
    for data in (comparison(two_years()), lineup(a_row()), rollup(a_sum())):
        assert len(rows(data)) == cells


def test_a_comparison_tells_both_sides_and_the_change() -> None:
    line = of_total(comparison(two_years()))
    assert (line["2023年"], line["2024年"], line["增减"], line["列名"]) == ("3", "5", "2", "总计")


def test_a_line_up_tells_which_kind_of_nothing() -> None:
    line = of_total(lineup(a_row()))
    assert (line["甲县司法局"], line["乙县司法局"]) == ("2", "空白")


def test_a_roll_up_tells_bounds_and_who_is_not_in_the_sum() -> None:
    line = of_total(rollup(a_sum()))
    assert (line["下级合计"], line["下限"], line["上限"], line["上级报告"]) == ("2", "2", "9", "9")
    assert (line["本级下限"], line["本级上限"], line["没有计入这一格的机关"]) == ("0", "7", "乙县司法局")


def test_a_text_is_never_a_formula() -> None:
    (line,) = rows(findings([("=x", FINDING)]))
    assert (line["报告"], line["问题"], line["填报"]) == ("'=x", "'=1+1", "")
