"""A figure of the prose is the figure of the table that it speaks of."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.report.checks.balances import row_sum
from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import CONTENT
from gongkai.report.checks.statements_told import CELL, against_cell, differing
from gongkai.report.checks.telling import row_name
from gongkai.report.document import AnnualReport, Statement
from gongkai.values.findings import Finding, Severity

CHECK = Check(
    "R501", Severity.ERROR, "正文数字与表格数字是否一致", CONTENT, ("statements", "proactive", "applications")
)


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """One finding for each figure that the table contradicts."""
    for statement in differing(report, CELL):
        yield against_cell(report, CHECK, statement, _hint(report, statement))


def _hint(report: AnnualReport, statement: Statement) -> str:
    """Where the row's other columns add up to what the prose says, the total is the likely slip."""
    key, row, column = statement.against
    table = report.table(key)
    if table is not None and column == "total" and statement.value == row_sum(report, table, row):
        name = row_name(report, key, row)
        return f"“{name}”行各分项之和为 {statement.value}，与正文一致，疑为表中总计漏填或填错，请核对总计。"
    return "请核对正文与表格，改正写错的一处；口径不同的，请在正文说明。"
