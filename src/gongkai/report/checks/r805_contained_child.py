"""No subordinate is counted beside the government whose report covers it already."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import SUMMING
from gongkai.report.checks.subordinates import contained, name_of
from gongkai.report.checks.telling import found
from gongkai.report.document import AnnualReport
from gongkai.values.findings import Finding, Severity, Where

CHECK = Check("R805", Severity.WARNING, "下级报告有没有已经含在另一份下级报告里的", SUMMING, ("children",))


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """One finding for each report that was left out of the sum because another covers it."""
    for child in contained(report, context):
        yield found(
            CHECK,
            Where(),
            f"“{name_of(child)}”（{child.source.file}）的上一级政府也交来了报告，政府的报告通常已经包括它的数字，"
            "为避免重复计数，没有计入汇总。",
            "请核对上一级政府的报告是否为汇总数；只含政府本级数字的，请去掉政府的一份后再汇总。",
            said=child.source.file,
        )
