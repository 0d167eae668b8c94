"""Subordinates that have not reported, or whose tables could not be read, make every sum a lower bound."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import DEADLINE
from gongkai.report.checks.subordinates import countable, name_of
from gongkai.report.checks.telling import found
from gongkai.report.document import AnnualReport
from gongkai.tables.form import TABLES
from gongkai.values.findings import Finding, Severity, Where

CHECK = Check("R802", Severity.NOTICE, "下级机关的报告是否收齐、可读", DEADLINE, ("children",))


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """Names those that are missing and those that were read without some table."""
    if context.missing_children:
        names = "、".join(context.missing_children)
        given = len(countable(report, context))
        yield found(
            CHECK,
            Where(),
            f"下级机关还缺 {len(context.missing_children)} 份报告：{names}；已有 {given} 份，"
            "其合计只是下限。",
            "请催交缺少的报告；收齐以前，只能判断本级数字不应小于已有各份之和。",
            said=given,
            expected=given + len(context.missing_children),
        )
    partial = [c for c in countable(report, context) if any(c.table(key) is None for key in TABLES)]
    if partial:
        yield found(
            CHECK,
            Where(),
            f"下级机关有 {len(partial)} 份报告没有读全三张表：{'、'.join(map(name_of, partial))}；"
            "合计只是下限。",
            "请单独核对这几份报告，补齐表格后再汇总。",
            said=f"{len(partial)} 份不全",
            expected="0 份不全",
        )
