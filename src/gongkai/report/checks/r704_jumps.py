"""A figure that grew or shrank many times over in one year deserves a second look."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.report.checks.cells import at, number, official_cells
from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import PRACTICE
from gongkai.report.checks.sequence import year_before
from gongkai.report.checks.telling import cell_name, found, table_name
from gongkai.report.document import AnnualReport
from gongkai.tables.form import TABLES
from gongkai.values.findings import Finding, Severity

CHECK = Check(
    "R704", Severity.NOTICE, "与上年相比，数量是否有异常的大幅变化", PRACTICE, (*TABLES, "previous")
)
FOLD = 5
"""A change by more than this factor, up or down, is told."""
SMALLEST = 20
"""Figures that stay below this in both years are too small for a factor to mean anything (件)."""


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """Holds only counts that both years print: totals of applications and remedies, every count of
    chapter two.
    """
    previous = year_before(report, context)
    if previous is None or previous.edition != report.edition:
        return
    for key in TABLES:
        for row, column in official_cells(report, key):
            if key != "proactive" and column != "total":
                continue
            now, before = number(report, key, row, column), number(previous, key, row, column)
            if now is None or before is None or not _jumped(now, before):
                continue
            way = "增" if now > before else "减"
            yield found(
                CHECK,
                at(report, key, row, column),
                f"{table_name(report, key)}{cell_name(report, key, row, column)}：上年 {before}，本年 {now}，"
                f"{way}幅超过 {FOLD} 倍。",
                "请核对有没有多填、漏填一位或者口径变化；属实的，可在正文说明原因。",
                said=now,
                expected=f"上年 {before}",
            )


def _jumped(now: int, before: int) -> bool:
    low, high = sorted((now, before))
    return high >= SMALLEST and low >= 1 and high > FOLD * low
