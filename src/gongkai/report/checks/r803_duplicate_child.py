"""No subordinate is counted twice, and the organ itself is not among its subordinates."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import READING
from gongkai.report.checks.subordinates import duplicates, identity, name_of
from gongkai.report.checks.telling import found
from gongkai.report.document import AnnualReport
from gongkai.values.findings import Finding, Severity, Where

CHECK = Check("R803", Severity.WARNING, "下级报告有没有重复", READING, ("children",))


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """One finding for each report that was left out of the sum because it was there before."""
    for child in duplicates(report, context):
        itself = identity(child) == identity(report)
        told = "就是本机关自己的报告" if itself else "在下级名单里出现不止一次"
        yield found(
            CHECK,
            Where(),
            f"“{name_of(child)}”（{child.source.file}）{told}，汇总时只计一次。",
            "请从下级名单里去掉重复的一份；如是两个机关重名，请核对机关名称。",
            said=child.source.file,
        )
