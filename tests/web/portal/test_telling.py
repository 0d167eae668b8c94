"""Findings, statements and facts as a reader sees them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from gongkai.report.document import AnnualReport, Chapter, Source, Statement, Table
from gongkai.tables.form import form
from gongkai.values.findings import Finding, Severity, Where
from gongkai.web.portal.telling import (
    AROUND,
    by_rank,
    chapters,
    day,
    facts,
    finding_rows,
    place_in_words,
    statement_row,
)

TEXT = "前一句。全年共收到申请2件，均按期答复。后一句。"
REPORT = AnnualReport(
    Source("a.txt", "txt", "0" * 64),
    chapters=(Chapter(1, "一", True, TEXT),),
    tables={"applications": Table("applications", {("newly_received", "total"): 0})},
)
START = TEXT.index("2件")
STATEMENT = Statement(
    "applications.received", 2, "件", "exact", 1, (START, START + 2), "2件", "differs",
    ("applications", "newly_received", "total"), 0,
)  # fmt: skip


def finding(severity: Severity, message: str = "话", **where: object) -> Finding:
    """A finding with this place."""
    return Finding("R999", severity, Where(**where), 0, 2, "条款", message, "改法")  # type: ignore[arg-type]


def test_a_date_has_its_weekday() -> None:
    assert day(date(2025, 2, 28)) == "2025年2月28日（星期五）"
    assert day(None) == ""


def test_what_was_not_read_is_empty_and_never_guessed() -> None:
    known = {fact.name: fact.text for fact in facts(REPORT)}
    assert known["制作机关"] == known["报告年度"] == known["落款日期"] == ""
    assert "2021年格式" in known["适用格式"]
    assert [found for _, found in chapters(REPORT)] == [True, False, False, False, False, False]


def test_a_sentence_is_cut_at_full_stops() -> None:
    row = statement_row(REPORT, "part1", STATEMENT)
    assert (row.before, row.said, row.after) == ("全年共收到申请", "2件", "，均按期答复。")
    assert row.label == "不一致"
    assert row.against.endswith("为 0")
    assert row.cell == "part1-applications-newly-received-total"


def test_a_long_sentence_is_cut_and_says_so() -> None:
    text = "长" * 90 + "2件" + "短" * 90
    report = replace(REPORT, chapters=(Chapter(1, "一", True, text),))
    row = statement_row(report, "part1", replace(STATEMENT, span=(90, 92)))
    assert (row.before, row.after) == ("……" + "长" * AROUND, "短" * AROUND + "……")


def test_a_sum_of_rows_and_other_statements_are_told_too() -> None:
    path = ("applications", "newly_received+brought_forward", "total")
    row = statement_row(REPORT, "part1", replace(STATEMENT, against=path))
    assert row.cell == "part1-applications-newly-received-total"
    assert "与" in row.against
    group = statement_row(REPORT, "part1", replace(STATEMENT, against=("applications", "withheld", "total")))
    assert group.cell == "part1-applications"
    absent = statement_row(
        REPORT, "part1", replace(STATEMENT, against=("remedies", "reconsideration", "total"))
    )
    assert absent.cell == ""
    other = statement_row(REPORT, "part1", replace(STATEMENT, against=("statement", "0", "1"), expected=33))
    assert (other.against, other.cell) == ("另外几处相加为 33", "part1-said1-row")
    single = statement_row(REPORT, "part1", replace(STATEMENT, against=("statement", "4"), expected=33))
    assert (single.against, single.cell) == ("另一处写的是 33", "part1-said5-row")


def test_a_bound_is_told() -> None:
    assert statement_row(REPORT, "part1", replace(STATEMENT, bound="at_least")).value == "不少于 2 件"


def test_findings_are_told_gravest_first_with_their_jumps() -> None:
    report = REPORT.with_findings(
        (
            finding(Severity.NOTICE, chapter=1),
            finding(Severity.ERROR, table="applications", row="newly_received", column="total"),
        )
    )
    assert [f.severity for f in by_rank(report)] == [Severity.ERROR, Severity.NOTICE]
    rows = finding_rows(report, "part1", {"part1-finding1": "source4"}, {"applications"})
    assert [(r.number, r.label) for r in rows] == [(1, "错误"), (2, "提示")]
    assert (rows[0].cell, rows[0].source) == ("part1-applications-newly-received-total", "source4")
    assert (rows[1].cell, rows[1].source) == ("", "")
    assert finding_rows(report, "part1", {}, set())[0].cell == ""


def test_a_place_is_told_once() -> None:
    title = form("2021").chapters[0].label
    place = {"chapter": 1, "page": 2, "line": 5}
    assert place_in_words(REPORT, finding(Severity.ERROR, **place)) == f"{title}，第 2 页，第 5 行"
    assert place_in_words(REPORT, finding(Severity.ERROR, f"{title}里", **place)) == "第 2 页，第 5 行"
