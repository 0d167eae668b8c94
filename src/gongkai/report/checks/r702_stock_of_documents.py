"""Documents in force: last year's stock plus those issued less those repealed."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.report.checks.cells import at, number
from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import STOCK
from gongkai.report.checks.sequence import year_before
from gongkai.report.checks.telling import column_name, found, mark_doubt, row_name, table_name
from gongkai.report.document import AnnualReport
from gongkai.values.findings import Finding, Severity

CHECK = Check(
    "R702",
    Severity.WARNING,
    "现行有效件数是否等于上年现行有效加本年制发减本年废止",
    STOCK,
    ("proactive", "previous"),
)
_COLUMNS = ("issued", "repealed", "in_force")


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """A warning, since documents also lapse by themselves or are declared void."""
    previous = year_before(report, context)
    if previous is None or {report.edition, previous.edition} != {"2021"}:
        return
    for row in (r.key for r in report.form.table("proactive").rows):
        issued, repealed, in_force = (number(report, "proactive", row, c) for c in _COLUMNS)
        before = number(previous, "proactive", row, "in_force")
        if issued is None or repealed is None or in_force is None or before is None:
            continue
        expected = before + issued - repealed
        if in_force == expected:
            continue
        names = [column_name(report, "proactive", c) for c in _COLUMNS]
        finding = found(
            CHECK,
            at(report, "proactive", row, "in_force"),
            f"{table_name(report, 'proactive')}“{row_name(report, 'proactive', row)}”行："
            f"上年{names[2]} {before}，"
            f"加{names[0]} {issued}，减{names[1]} {repealed}，应为 {expected}，填报 {in_force}，"
            f"相差 {abs(in_force - expected)}。",
            "请与司法行政部门核对；因自然失效、宣布失效、职能划转等引起的差额，请在正文说明。",
            said=in_force,
            expected=expected,
        )
        yield mark_doubt(report, finding, "proactive", [(row, c) for c in _COLUMNS])
