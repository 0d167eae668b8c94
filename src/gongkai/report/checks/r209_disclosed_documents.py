"""The trial form: what was newly disclosed in the year is part of all that is disclosed."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.report.checks.cells import at, number
from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import FORM_2019
from gongkai.report.checks.telling import column_name, found, mark_doubt, row_name, table_name
from gongkai.report.document import AnnualReport
from gongkai.values.findings import Finding, Severity

CHECK = Check(
    "R209",
    Severity.NOTICE,
    "试行格式中，本年新公开的件数是否不超过对外公开总数",
    f"{FORM_2019}主动公开情况表",
    ("proactive",),
)


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """A notice: organs counted these columns in different ways."""
    if report.edition != "2019" or report.table("proactive") is None:
        return
    for row in (r.key for r in report.form.table("proactive").rows):
        disclosed = number(report, "proactive", row, "disclosed")
        in_all = number(report, "proactive", row, "disclosed_in_all")
        if disclosed is None or in_all is None or disclosed <= in_all:
            continue
        part, whole = (column_name(report, "proactive", c) for c in ("disclosed", "disclosed_in_all"))
        finding = found(
            CHECK,
            at(report, "proactive", row, "disclosed_in_all"),
            f"{table_name(report, 'proactive')}“{row_name(report, 'proactive', row)}”行："
            f"“{part}” {disclosed}，"
            f"“{whole}” {in_all}，前者多 {disclosed - in_all}。",
            "新公开的文件应包含在公开总数之内，请核对这两格的统计口径。",
            said=in_all,
            expected=f"不少于 {disclosed}",
        )
        yield mark_doubt(report, finding, "proactive", [(row, "disclosed"), (row, "disclosed_in_all")])
