"""I1, the equation printed in the form itself: in each column, first plus second item equal third plus
fourth.
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.report.checks.balances import Imbalance, imbalances, unbalanced
from gongkai.report.checks.cells import at, number
from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import FORM_2021
from gongkai.report.checks.telling import cell_names, column_name, table_name
from gongkai.report.document import AnnualReport
from gongkai.values.findings import Finding, Severity

CHECK = Check(
    "R302",
    Severity.ERROR,
    "申请情况表每一列：第一项加第二项，是否等于第三项总计加第四项",
    f"{FORM_2021}表内勾稽关系",
    ("applications",),
)


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """One finding for each column that does not close."""
    for imbalance in imbalances(report, "I1"):
        yield _finding(report, imbalance)


def _finding(report: AnnualReport, imbalance: Imbalance) -> Finding:
    column = imbalance.instance.at
    left, right = imbalance.left, imbalance.right
    numbers = [_told(report, row, column) for row, _ in left.cells + right.cells]
    message = (
        f"{table_name(report, 'applications')}，{column_name(report, 'applications', column)}："
        f"第一项 {numbers[0]}加第二项 {numbers[1]}共 {left.total} 件，"
        f"第三项总计 {numbers[2]}加第四项 {numbers[3]}共 {right.total} 件，相差 {imbalance.difference} 件。"
    )
    hint = "请核对这一列的新收、上年结转、办理结果总计和结转下年四格。"
    if imbalance.blank:
        hint += f"其中{cell_names(report, 'applications', imbalance.blank)}没有数字，请先补填。"
    row = imbalance.instance.right[0][0]
    where = at(report, "applications", row, column)
    return unbalanced(report, CHECK, imbalance, where, message=message, hint=hint)


def _told(report: AnnualReport, row: str, column: str) -> str:
    value = number(report, "applications", row, column)
    return "（未填）" if value is None else f"{value} 件"
