"""The unit printed beside an amount is the unit of the form; a wrong unit makes the figure wrong by ten
thousand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.report.checks.cells import at, settled
from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import FORM_2021
from gongkai.report.checks.telling import cell_name, found, table_name
from gongkai.report.document import AnnualReport, Table
from gongkai.values.findings import Finding, Severity

CHECK = Check(
    "R207",
    Severity.WARNING,
    "收费金额的单位是否与格式规定的单位一致",
    f"{FORM_2021}主动公开情况表",
    ("proactive",),
)
_UNIT = re.compile(r"[亿万]?元")


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """Fires where the cell or the head of the column prints another unit than the form."""
    table = report.table("proactive")
    if table is None or report.edition != "2021":
        return
    official = report.form.table("proactive")
    for row in official.rows:
        for column in official.columns_of(row.key):
            wanted = official.column(column).unit
            printed = _printed(table, row.key, column)
            if not wanted or not printed or printed == wanted:
                continue
            if not settled(report, "proactive", row.key, column):
                continue
            name = cell_name(report, "proactive", row.key, column)
            value = table.cells.get((row.key, column))
            yield found(
                CHECK,
                at(report, "proactive", row.key, column),
                f"{table_name(report, 'proactive')}{name}的单位印为“{printed}”，格式规定为“{wanted}”，"
                f"填报数为 {value}。",
                f"请把单位改为“{wanted}”，并核对金额是否已按“{wanted}”折算。",
                said=printed,
                expected=wanted,
            )


def _printed(table: Table, row: str, column: str) -> str | None:
    """The unit in the cell, or else in the printed head of the column; None where neither shows one."""
    told = table.units.get((row, column)) or table.labels.get(column, "")
    match = _UNIT.search(told)
    return match.group() if match else None
