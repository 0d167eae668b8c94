"""The rule that the parts of a row add up to its total, written once for applications (I3) and remedies
(I7).
"""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.report.checks.balances import Imbalance, imbalances, unbalanced
from gongkai.report.checks.cells import at, number
from gongkai.report.checks.check import Check
from gongkai.report.checks.telling import cell_names, column_name, row_name, table_name
from gongkai.report.document import AnnualReport
from gongkai.values.findings import Finding


def rows_add_up(report: AnnualReport, check: Check, name: str, parts: str) -> Iterator[Finding]:
    """One finding for each row whose parts (called ``parts`` in Chinese) do not add up to its total."""
    for imbalance in imbalances(report, name):
        yield _finding(report, check, imbalance, parts)


def _finding(report: AnnualReport, check: Check, imbalance: Imbalance, parts: str) -> Finding:
    key, row = imbalance.instance.equation.table, imbalance.instance.at
    left, right = imbalance.left, imbalance.right
    column = imbalance.instance.right[0][1]
    named = [
        f"{column_name(report, key, c)} {n} 件" for r, c in left.cells if (n := number(report, key, r, c))
    ]
    told = f"（{'、'.join(named)}）" if named else ""
    message = (
        f"{table_name(report, key)}，“{row_name(report, key, row)}”行：{parts}共 {left.total} 件{told}，"
        f"“{column_name(report, key, column)}”填报 {right.total} 件，相差 {imbalance.difference} 件。"
    )
    hint = f"请核对这一行各格；各分项无误的，总计应改为 {left.total}。"
    if imbalance.blank:
        hint = f"{cell_names(report, key, imbalance.blank)}没有数字，请先补填，再核对总计。"
    where = at(report, key, row, column)
    return unbalanced(report, check, imbalance, where, message=message, hint=hint)
