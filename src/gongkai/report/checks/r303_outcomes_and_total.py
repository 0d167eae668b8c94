"""I2: in each column of the table of applications, the outcomes add up to their total."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.report.checks.balances import Imbalance, imbalances, unbalanced
from gongkai.report.checks.cells import at, number
from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import FORM_2021
from gongkai.report.checks.telling import (
    SHOWN,
    cell_names,
    column_name,
    row_name,
    table_name,
)
from gongkai.report.document import AnnualReport
from gongkai.values.findings import Finding, Severity

CHECK = Check(
    "R303",
    Severity.ERROR,
    "申请情况表每一列：各项办理结果之和，是否等于办理结果总计",
    f"{FORM_2021}申请情况表“三、本年度办理结果”",
    ("applications",),
)


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """One finding for each column in which the outcomes do not add up."""
    for imbalance in imbalances(report, "I2"):
        yield _finding(report, imbalance)


def _finding(report: AnnualReport, imbalance: Imbalance) -> Finding:
    column = imbalance.instance.at
    left, right = imbalance.left, imbalance.right
    row = imbalance.instance.right[0][0]
    message = (
        f"{table_name(report, 'applications')}，{column_name(report, 'applications', column)}："
        f"{_parts(report, imbalance)}各项办理结果共 {left.total} 件，"
        f"“{row_name(report, 'applications', row)}”填报 {right.total} 件，相差 {imbalance.difference} 件。"
    )
    hint = f"请核对这一列的各项办理结果；各项无误的，总计应改为 {left.total}。"
    if imbalance.blank:
        hint = f"{cell_names(report, 'applications', imbalance.blank)}没有数字，请先补填，再核对总计。"
    where = at(report, "applications", row, column)
    return unbalanced(report, CHECK, imbalance, where, message=message, hint=hint)


def _parts(report: AnnualReport, imbalance: Imbalance) -> str:
    named = [
        f"{row_name(report, 'applications', row)} {n} 件"
        for row, column in imbalance.left.cells
        if (n := number(report, "applications", row, column))
    ]
    if not named:
        return ""
    return f"{'、'.join(named[:SHOWN])}{'等' if len(named) > SHOWN else ''}，"
