"""Prose that is the same as another report's: an earlier one of the same organ, or a neighbour's.

A report whose words are copied tells nothing; 国办公开办函〔2021〕30号 holds the organ to account for it
(内容雷同). Standard phrases and figures are not counted: what is told here is the organ's own prose.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from gongkai.report.checks.clauses import FORM_2021
from gongkai.report.checks.sequence import same_organ
from gongkai.report.checks.telling import place_name
from gongkai.report.document import AnnualReport
from gongkai.report.likeness import Likeness, Similarity
from gongkai.values.findings import Finding, Severity, Where

PREVIOUS, NEIGHBOUR = CODES = ("R705", "R706")
"""Copied from another year of the same organ; copied from another organ."""
CLAUSE = f"{FORM_2021}关于明确责任的要求（报告不得内容雷同）"
ENOUGH = 100
"""Chapters with fewer characters of their own than this prove nothing."""


class Kind(NamedTuple):
    """From which likeness on a chapter counts as copied, and the code of the finding."""

    code: str
    least: float


OWN = Kind(PREVIOUS, 0.9)
"""An office may keep its words; nearly all of them the same is copying."""
OTHER = Kind(NEIGHBOUR, 0.7)
"""The words of another organ should not be there at all."""


def copied(later: AnnualReport, earlier: AnnualReport, alike: Likeness) -> Iterator[Finding]:
    """One finding for each chapter of ``later`` whose own words nearly all stand in ``earlier``.

    Nothing for two files of one report; where an organ is not known the two may well be one.
    """
    own = same_organ(later, earlier)
    if _same_file(later, earlier) or (own and later.year == earlier.year):
        return
    kind = OWN if own else OTHER
    for chapter in alike.chapters:
        if chapter.ratio is not None and chapter.ratio >= kind.least and min(chapter.characters) >= ENOUGH:
            yield _finding(later, earlier, chapter, kind)


def _same_file(one: AnnualReport, other: AnnualReport) -> bool:
    return bool(one.source.sha256) and (one.source.sha256, one.part) == (other.source.sha256, other.part)


def _finding(later: AnnualReport, earlier: AnnualReport, chapter: Similarity, kind: Kind) -> Finding:
    year = f" {earlier.year} 年" if earlier.year is not None else ""
    known = kind is OWN and earlier.organ
    whose = f"本机关{year}的报告" if known else f"“{earlier.organ or earlier.source.file}”{year}的报告"
    ratio = f"{chapter.ratio or 0:.0%}"
    return Finding(
        code=kind.code,
        severity=Severity.WARNING,
        where=Where(chapter=chapter.chapter),
        said=ratio,
        expected=f"低于 {kind.least:.0%}",
        clause=CLAUSE,
        message=f"{place_name(later, chapter.chapter)}与{whose}雷同：不计规定用语和数字，相似程度为 {ratio}"
        f"（{max(chapter.characters)} 字）。",
        hint="请对照两份报告逐句核对，按本年度、本机关的实际情况重新撰写相同的段落。",
    )
