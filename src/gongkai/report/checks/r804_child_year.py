"""A subordinate's report is of the same year as the report it is added up under."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import DEADLINE
from gongkai.report.checks.subordinates import name_of, of_other_years
from gongkai.report.checks.telling import found
from gongkai.report.document import AnnualReport
from gongkai.values.findings import Finding, Severity, Where

CHECK = Check("R804", Severity.WARNING, "下级报告与本级报告是否为同一年度", DEADLINE, ("children",))


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """One finding for each report of another year; it is left out of the sum."""
    for child in of_other_years(report, context):
        yield found(
            CHECK,
            Where(),
            f"“{name_of(child)}”交来的是 {child.year} 年的报告，本级报告是 {report.year} 年的，"
            "这一份没有计入汇总。",
            f"请换用该机关 {report.year} 年的报告。",
            said=child.year,
            expected=report.year,
        )
