"""Words such as 未收到 stand beside a cell that is nought."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import CONTENT
from gongkai.report.checks.statements_told import ZERO, against_cell, differing
from gongkai.report.document import AnnualReport
from gongkai.values.findings import Finding, Severity

CHECK = Check("R502", Severity.ERROR, "正文说没有的，表中是否也为 0", CONTENT, ("statements",))


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """One finding for each such statement."""
    for statement in differing(report, ZERO):
        yield against_cell(report, CHECK, statement, "请核对：确有发生的，改正文；确未发生的，改表格。")
