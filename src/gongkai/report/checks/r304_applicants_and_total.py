"""I3: in each row of the table of applications, the six kinds of applicant add up to the total."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import FORM_2021
from gongkai.report.checks.row_rules import rows_add_up
from gongkai.report.document import AnnualReport
from gongkai.values.findings import Finding, Severity

CHECK = Check(
    "R304",
    Severity.ERROR,
    "申请情况表每一行：六类申请人之和，是否等于总计",
    f"{FORM_2021}表内“总计”的含义",
    ("applications",),
)


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """One finding for each row that does not add up."""
    yield from rows_add_up(report, CHECK, "I3", "六类申请人")
