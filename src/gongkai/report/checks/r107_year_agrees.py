"""The year in the title, in the opening words and in the file's name is one and the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import DEADLINE
from gongkai.report.checks.prose import squeezed
from gongkai.report.checks.telling import found
from gongkai.report.document import AnnualReport
from gongkai.values.findings import Finding, Severity, Where

CHECK = Check(
    "R107", Severity.WARNING, "标题、导语、文件名中的年份是否一致", DEADLINE, ("title", "year", "source")
)
_REPORT_OF = re.compile(r"(20\d{2})年?度?(?:政府)?信息公开(?:工作)?(?:年度)?(?:工作)?报告")
_FILE_YEAR = re.compile(r"(?<!\d)(20\d{2})(?!\d)")


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """The name of a file may also show the year it was published in, so only other years are told, as a
    notice.
    """
    if report.year is None:
        return
    year = report.year
    opening = report.preamble.text if report.preamble else ""
    for said, where in (
        (_REPORT_OF.search(squeezed(report.title or "")), "标题"),
        (_REPORT_OF.search(squeezed(opening)), "导语"),
    ):
        if said and int(said.group(1)) != year:
            yield _finding(year, int(said.group(1)), where, Severity.WARNING)
    in_name = {int(y) for y in _FILE_YEAR.findall(report.source.file)}
    if len(in_name) == 1 and not in_name & {year, year + 1}:
        yield _finding(year, in_name.pop(), "文件名", Severity.NOTICE)


def _finding(year: int, said: int, where: str, severity: Severity) -> Finding:
    return found(
        CHECK,
        Where(),
        f"{where}中的年份是 {said} 年，而报告其他处是 {year} 年，相差 {abs(said - year)} 年。",
        f"请核对{where}的年份；沿用上年文本的，请逐处改为本年。",
        said=said,
        expected=year,
        severity=severity,
    )
