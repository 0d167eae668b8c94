"""A percentage of the prose is the quotient of the figures it is made from."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import CONTENT
from gongkai.report.checks.statements_told import SHARE, against_text, differing
from gongkai.report.document import AnnualReport
from gongkai.values.findings import Finding, Severity

CHECK = Check("R504", Severity.WARNING, "正文中的百分比是否算对", CONTENT, ("statements",))


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """One finding for each such statement."""
    for statement in differing(report, SHARE):
        yield against_text(report, CHECK, statement, "请按表中数字重新计算百分比，并统一四舍五入的位数。")
