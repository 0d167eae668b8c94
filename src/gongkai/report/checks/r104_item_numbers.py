"""Items numbered （一）（二）（三） inside a chapter run on without a gap or a repeat."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import NUMBERING
from gongkai.report.checks.prose import NUMERALS, at_span, numeral, shortened
from gongkai.report.checks.telling import chapter_name, found
from gongkai.report.document import AnnualReport, Chapter
from gongkai.values.findings import Finding, Severity

CHECK = Check("R104", Severity.WARNING, "各部分内（一）（二）等序号是否连续", NUMBERING, ("chapters",))
_ITEM = re.compile(rf"^\s*[（(]\s*([{NUMERALS}]+)\s*[）)]", re.MULTILINE)
PROSE = (1, 5, 6)
"""The chapters without a table, whose labels are numbered in the same way."""


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """A list may begin again at （一）; a text that says it was shortened is left alone."""
    if shortened(report):
        return
    for chapter in report.chapters:
        if chapter.found and chapter.number in PROSE:
            yield from _chapter(report, chapter)


def _chapter(report: AnnualReport, chapter: Chapter) -> Iterator[Finding]:
    before: int | None = None
    for match in _ITEM.finditer(chapter.text):
        value = numeral(match.group(1))
        if value is None:
            continue
        if before is not None and value not in (1, before + 1):
            said, wanted = match.group(1), _in_numerals(before + 1)
            slip = "重复或倒退" if value <= before else "中间有缺"
            yield found(
                CHECK,
                at_span(chapter, (match.start(1), match.end(1))),
                f"“{chapter_name(report, chapter.number)}”部分，"
                f"“（{_in_numerals(before)}）”之后是“（{said}）”，序号{slip}。",
                f"请核对序号，此处应为“（{wanted}）”；如漏写一段，请补写。",
                said=said,
                expected=wanted,
            )
        before = value


def _in_numerals(value: int) -> str:
    """A number up to 99 as Chinese numerals."""
    tens, ones = divmod(value, 10)
    head = ("" if tens == 1 else NUMERALS[tens - 1]) + "十" if tens else ""
    return head + (NUMERALS[ones - 1] if ones else "")
