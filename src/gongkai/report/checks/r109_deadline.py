"""The report is dated and published within the time that article 49 gives this kind of organ."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import DEADLINE
from gongkai.report.checks.telling import found
from gongkai.report.document import AnnualReport
from gongkai.statute.deadlines import Deadline, report_deadline
from gongkai.values.dates import day_words
from gongkai.values.findings import Finding, Severity, Where

CHECK = Check(
    "R109", Severity.WARNING, "落款日期和公布日期是否在法定时限之内", DEADLINE, ("dated_on", "published_on")
)


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """Silent where the kind of organ is unknown or the law leaves it open; one finding for both dates."""
    if report.year is None:
        return
    deadline = report_deadline(report.organ_kind, report.year)
    if deadline is None:
        return
    late = [
        (name, day)
        for name, day in (("落款日期", report.dated_on), ("公布日期", report.published_on))
        if day is not None and day > deadline.on
    ]
    if not late:
        return
    told = "、".join(f"{name}{day_words(day)}（晚 {(day - deadline.on).days} 天）" for name, day in late)
    yield found(
        CHECK,
        Where(),
        f"{report.year} 年度报告最迟应于{day_words(deadline.on)}公布，{told}。{_standing(deadline)}",
        "请核对日期：确属逾期的，应说明情况并报主管部门；实际按时公布而日期写错或页面后来重发的，"
        "请更正日期。",
        said=max(day for _, day in late).isoformat(),
        expected=deadline.on.isoformat(),
        clause=f"《中华人民共和国政府信息公开条例》{deadline.article.removeprefix('《中华人民共和国政府信息公开条例》')}",
    )


def _standing(deadline: Deadline) -> str:
    return "" if deadline.verified else "（条例没有直接写明这类机关，此处参照同级部门的时限。）"
