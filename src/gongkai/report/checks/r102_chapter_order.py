"""The six chapters stand in the order of the form."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import FORM_2021
from gongkai.report.checks.prose import at_span
from gongkai.report.checks.telling import chapter_name, found
from gongkai.report.document import AnnualReport, Chapter
from gongkai.values.findings import Finding, Severity

CHECK = Check("R102", Severity.WARNING, "六个部分的先后是否与格式一致", FORM_2021, ("chapters",))


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """Fires where a chapter stands in the file before the one that ought to precede it."""
    placed = [(c, at) for c in report.chapters if c.found and (at := _standing(c)) is not None]
    placed.sort(key=lambda pair: pair[0].number)
    for (earlier, first), (later, second) in pairwise(placed):
        if second < first:
            yield found(
                CHECK,
                at_span(later, (0, 0)),
                f"“{chapter_name(report, later.number)}”排在“{chapter_name(report, earlier.number)}”之前。",
                "请按格式规定的顺序编排六个部分。",
                said=f"第 {later.number} 部分在前",
                expected=f"第 {earlier.number} 部分在前",
            )


def _standing(chapter: Chapter) -> tuple[int, int] | None:
    """Where the chapter's prose begins in the file: page and block or line; None where that is not known."""
    place = chapter.place_at(0)
    position = place.block if place.block is not None else place.line
    return None if position is None else (place.page or 0, position)
