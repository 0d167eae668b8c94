"""The period that the figures cover is the whole year of the report, 1 January to 31 December."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import DEADLINE
from gongkai.report.checks.prose import at_span, parts
from gongkai.report.checks.telling import found
from gongkai.report.document import AnnualReport, Chapter
from gongkai.values.findings import Finding, Severity

CHECK = Check(
    "R108", Severity.WARNING, "统计期限是否为报告年度的 1 月 1 日至 12 月 31 日", DEADLINE, ("preamble",)
)
_S = r"\s*"
_DAY = rf"(?:(20\d\d){_S}年{_S})?(\d{{1,2}}){_S}月{_S}(\d{{1,2}}){_S}日"
_PERIOD = re.compile(
    rf"(20\d\d){_S}年{_S}(\d{{1,2}}){_S}月{_S}(\d{{1,2}}){_S}日{_S}起?{_S}[至到—－~-]+{_S}{_DAY}"
)
_ABOUT_FIGURES = re.compile(r"统计|期限|数据|报告")
_BEFORE = 40
"""How many characters before a period may say that it is the period of the figures."""


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """Only the first period that the text itself calls the period of its figures is judged."""
    if report.year is None:
        return
    for part in parts(report):
        for match in _PERIOD.finditer(part.text):
            if _ABOUT_FIGURES.search(part.text[max(0, match.start() - _BEFORE) : match.end() + 10]):
                yield from _judge(report.year, part, match)
                return


def _judge(year: int, part: Chapter, match: re.Match[str]) -> Iterator[Finding]:
    first_year, month, day, last_year, last_month, last_day = match.groups()
    said = (
        (int(first_year), int(month), int(day)),
        (int(last_year or first_year), int(last_month), int(last_day)),
    )
    wanted = ((year, 1, 1), (year, 12, 31))
    if said == wanted:
        return
    told, right = (f"{_words(a)}至{_words(b)}" for a, b in (said, wanted))
    yield found(
        CHECK,
        at_span(part, match.span()),
        f"统计期限写为{told}，本报告应为{right}。",
        "请改正统计期限，并确认表中数据确按全年统计。",
        said=told,
        expected=right,
    )


def _words(day: tuple[int, int, int]) -> str:
    return f"{day[0]}年{day[1]}月{day[2]}日"
