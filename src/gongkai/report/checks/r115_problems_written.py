"""Chapter five says something: problems and how they are mended, not 无."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import CONTENT
from gongkai.report.checks.prose import shortened, squeezed
from gongkai.report.checks.telling import chapter_name, found, inside
from gongkai.report.document import AnnualReport
from gongkai.values.findings import Finding, Severity, Where

CHECK = Check("R115", Severity.WARNING, "问题和改进部分是否写实", f"{CONTENT}第（四）项", ("chapters",))
_MARKS = re.compile(r"[\W_]+")
SHORTEST = 20
"""Fewer characters than this cannot name both a problem and its remedy (a matter of experience, no norm)."""


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """Silent where the chapter was not found, of which another rule tells, and about an excerpt."""
    chapter = report.chapter(5)
    if not chapter.found or shortened(report):
        return
    text = squeezed(chapter.text)
    length = len(_MARKS.sub("", text))
    if length >= SHORTEST:
        return
    name = chapter_name(report, 5)
    told = f"只有“{inside(text)}”，共 {length} 字，" if length else "没有文字，"
    yield found(
        CHECK,
        Where(chapter=5),
        f"“{name}”部分{told}没有写出问题和改进措施。",
        "请写明本年存在的主要问题、上年问题的改进情况和下一步措施。",
        said=text,
        expected="问题和改进情况",
    )
