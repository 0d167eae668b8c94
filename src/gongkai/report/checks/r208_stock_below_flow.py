"""Documents in force at the end of a year are at least those issued in it less those repealed in it."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.report.checks.cells import at, number
from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import STOCK
from gongkai.report.checks.telling import column_name, found, mark_doubt, row_name, table_name
from gongkai.report.document import AnnualReport
from gongkai.values.findings import Finding, Severity

CHECK = Check(
    "R208",
    Severity.WARNING,
    "现行有效件数是否不少于本年制发减去本年废止",
    STOCK,
    ("proactive",),
)
_COLUMNS = ("issued", "repealed", "in_force")


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """A warning, not an error: a document may lapse in the year it was issued in."""
    table = report.table("proactive")
    if table is None or report.edition != "2021":
        return
    for row in (r.key for r in report.form.table("proactive").rows):
        issued, repealed, in_force = (number(report, "proactive", row, c) for c in _COLUMNS)
        if issued is None or repealed is None or in_force is None or in_force >= issued - repealed:
            continue
        names = [column_name(report, "proactive", c) for c in _COLUMNS]
        finding = found(
            CHECK,
            at(report, "proactive", row, "in_force"),
            f"{table_name(report, 'proactive')}“{row_name(report, 'proactive', row)}”行："
            f"{names[0]} {issued}，"
            f"{names[1]} {repealed}，{names[2]}只有 {in_force}，比前两项之差 {issued - repealed} 少 "
            f"{issued - repealed - in_force}。",
            "当年制发且未废止的文件年底一般仍然有效，请与司法行政部门核对这三格；确有当年失效的，"
            "请在正文说明。",
            said=in_force,
            expected=f"不少于 {issued - repealed}",
        )
        yield mark_doubt(report, finding, "proactive", [(row, c) for c in _COLUMNS])
