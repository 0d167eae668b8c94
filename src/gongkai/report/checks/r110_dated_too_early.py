"""A report about a whole year is not dated or published before that year has ended."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import DEADLINE
from gongkai.report.checks.telling import found
from gongkai.report.document import AnnualReport
from gongkai.values.dates import day_words
from gongkai.values.findings import Finding, Severity, Where

CHECK = Check("R110", Severity.WARNING, "日期是否早于报告年度结束", DEADLINE, ("dated_on", "published_on"))


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """One finding for each date that lies before the end of the year reported."""
    if report.year is None:
        return
    year_end = date(report.year, 12, 31)
    for name, day in (("落款日期", report.dated_on), ("公布日期", report.published_on)):
        if day is not None and day < year_end:
            yield found(
                CHECK,
                Where(),
                f"{name}为{day_words(day)}，早于报告年度的最后一天{day_words(year_end)}，"
                "全年数据当时还不完整。",
                f"请核对{name}，或核对报告年度是否写错。",
                said=day.isoformat(),
                expected=f"不早于 {year_end:%Y-%m-%d}",
            )
