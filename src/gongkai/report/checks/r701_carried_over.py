"""I4: what last year's report carried forward is what this year's brought forward, in all seven columns."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.report.checks.cells import at, number
from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import FORM_2021
from gongkai.report.checks.sequence import year_before
from gongkai.report.checks.telling import column_name, found, mark_doubt, row_name, table_name
from gongkai.report.document import AnnualReport
from gongkai.values.findings import Finding, Severity

CHECK = Check(
    "R701",
    Severity.ERROR,
    "上年报告的结转下年，是否等于本年报告的上年结转（各列）",
    FORM_2021,
    ("applications", "previous"),
)


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """One finding for each column; silent without last year's report of the same organ."""
    previous = year_before(report, context)
    if previous is None:
        return
    for column in (c.key for c in report.form.table("applications").columns):
        brought = number(report, "applications", "brought_forward", column)
        carried = number(previous, "applications", "carried_forward", column)
        if brought is None or carried is None or brought == carried:
            continue
        name = column_name(report, "applications", column)
        finding = found(
            CHECK,
            at(report, "applications", "brought_forward", column),
            f"{table_name(report, 'applications')}，{name}：{previous.year} 年报告"
            f"“{row_name(previous, 'applications', 'carried_forward')}” {carried} 件，{report.year} 年报告"
            f"“{row_name(report, 'applications', 'brought_forward')}” {brought} 件，"
            f"相差 {abs(brought - carried)} 件。",
            "请核对两年的报告：上年报告公布后有更正的，以更正后的数字为准并在正文说明；本年填错的，"
            "改正本年。",
            said=brought,
            expected=carried,
        )
        yield mark_doubt(report, finding, "applications", [("brought_forward", column)])
