"""Remedies over replies presuppose applications; many remedies beside none at all deserve a look."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.report.checks.cells import at, number
from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import CONTENT
from gongkai.report.checks.telling import cell_name, found, table_name
from gongkai.report.document import AnnualReport
from gongkai.values.findings import Finding, Severity

CHECK = Check(
    "R409",
    Severity.NOTICE,
    "有复议、诉讼而全年没有申请的，是否合理",
    f"{CONTENT}第（二）项、第（三）项",
    ("applications", "remedies"),
)
_HANDLED = ("newly_received", "brought_forward")


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """A notice only: a case may concern last year's reply, or proactive disclosure."""
    handled = [number(report, "applications", row, "total") for row in _HANDLED]
    if any(value is None or value != 0 for value in handled) or _any_application(report):
        return
    rows = [r.key for r in report.form.table("remedies").rows]
    told = [(row, n) for row in rows if (n := number(report, "remedies", row, "total"))]
    if not told:
        return
    cases = "、".join(f"{cell_name(report, 'remedies', row, 'total')} {n} 件" for row, n in told)
    total = sum(n for _, n in told)
    yield found(
        CHECK,
        at(report, "remedies", told[0][0], "total"),
        f"{table_name(report, 'remedies')}{cases}，"
        f"而{table_name(report, 'applications')}新收和上年结转的总计都是 0 件。",
        "请确认这些案件是否针对以前年度的答复或者主动公开行为；如是本年申请引起的，请补填申请情况。",
        said=total,
        expected=0,
    )


def _any_application(report: AnnualReport) -> bool:
    """True where some column shows an application although the totals say none."""
    columns = [c.key for c in report.form.table("applications").columns]
    return any(number(report, "applications", row, column) for row in _HANDLED for column in columns)
