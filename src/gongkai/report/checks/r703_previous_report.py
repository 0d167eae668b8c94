"""The report given as last year's is of the same organ and of the year before."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import READING
from gongkai.report.checks.sequence import same_organ
from gongkai.report.checks.telling import found
from gongkai.report.document import AnnualReport
from gongkai.values.findings import Finding, Severity, Where

CHECK = Check("R703", Severity.WARNING, "用来比对的上年报告是否为同一机关、上一年度", READING, ("previous",))


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """The rules of year on year stay silent where this one fires."""
    previous = context.previous
    if previous is None:
        return
    hint = "请换用同一机关上一年度的报告再核对；两年之间的勾稽这次没有核对。"
    if report.year is not None and previous.year != report.year - 1:
        told = "年份没有读到" if previous.year is None else f"是 {previous.year} 年的"
        yield found(
            CHECK,
            Where(),
            f"用来比对的上年报告{told}，本报告是 {report.year} 年的，应当用 {report.year - 1} 年的报告比对。",
            hint,
            said=previous.year,
            expected=report.year - 1,
        )
    if not same_organ(report, previous):
        yield found(
            CHECK,
            Where(),
            f"用来比对的上年报告是“{previous.organ}”的，本报告是“{report.organ}”的，不是同一机关。",
            hint,
            said=previous.organ,
            expected=report.organ,
        )
