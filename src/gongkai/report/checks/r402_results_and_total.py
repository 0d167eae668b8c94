"""I7: for each kind of remedy, the four results add up to the total."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import FORM_2021
from gongkai.report.checks.row_rules import rows_add_up
from gongkai.report.document import AnnualReport
from gongkai.values.findings import Finding, Severity

CHECK = Check(
    "R402",
    Severity.ERROR,
    "复议、诉讼情况表每一段：四种结果之和，是否等于总计",
    f"{FORM_2021}表内“总计”的含义",
    ("remedies",),
)


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """One finding for each row that does not add up."""
    yield from rows_add_up(report, CHECK, "I7", "四种结果")
