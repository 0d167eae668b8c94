"""The four values of a cell stay apart in the rows, and a failure has one row."""

from __future__ import annotations

from gongkai.corpus.columns import TABLES
from gongkai.corpus.rows import failure_rows, report_rows
from gongkai.report.document import AnnualReport, Source, Table


def test_the_values_of_cells_stay_apart() -> None:
    values = {("newly_received", "total"): 0, ("disclosed", "total"): None, ("disclosed", "other"): "/"}
    huge = {("total_outcomes", "total"): 2**70}
    tables = {"applications": Table("applications", values | huge), "remedies": None}
    cells = report_rows("a.html", AnnualReport(Source("a.html", "html", "0"), tables=tables))["cells"]
    assert cells["kind"] == ["number", "blank", "text", "number"]
    assert cells["number"] == [0, None, None, None]
    assert cells["text"] == [None, None, "/", str(2**70)]


def test_the_deadline_is_that_of_the_kind() -> None:
    source = Source("a.html", "html", "0")
    known = report_rows("a.html", AnnualReport(source, year=2024, organ_kind="department"))["reports"]
    unknown = report_rows("a.html", AnnualReport(source, year=2024))["reports"]
    assert known["deadline"] == ["2025-01-31"]
    assert unknown["deadline"] == [None]


def test_a_failure_has_one_row_and_nothing_else() -> None:
    rows = failure_rows("a.html", "empty", "文件是空的。")
    assert rows["part"] == 0
    assert rows["reports"]["failure"] == ["empty"]
    assert {table: list(rows[table]) for table in TABLES} == {t: list(c) for t, c in TABLES.items()}
    assert not any(rows["cells"].values())
