"""Many reports in a row, such as those of all counties of one year: each one's cells, each pair's prose.

What many of them say alike is standard (:func:`gongkai.report.standard.learned`); what two alone have in
common is told as copying.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from gongkai.report.compare import Side, identity, passage_json, side_of
from gongkai.report.copying import copied
from gongkai.report.document import AnnualReport
from gongkai.report.figures import printed_paths
from gongkai.report.likeness import Likeness, Passage, Similarity, likeness
from gongkai.report.standard import learned
from gongkai.tables.form import Path
from gongkai.values.findings import Finding

ALIKE = 0.5
"""Pairs with a chapter as like as this are shown sentence by sentence."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two of the reports by index, how alike each chapter of theirs is, and the sentences that both have.

    ``passages`` are told where some chapter is alike enough to look at (:data:`ALIKE`), else empty.
    """

    a: int
    b: int
    chapters: tuple[Similarity, ...]
    passages: tuple[Passage, ...] = ()

    @property
    def most(self) -> float:
        """The likeness of the most alike chapter."""
        return max((s.ratio for s in self.chapters if s.ratio is not None), default=0.0)


@dataclass(frozen=True, slots=True)
class Lineup:
    """The reports, each cell's value in each of them, the pairs, and the findings with the report's index."""

    reports: tuple[AnnualReport, ...]
    cells: tuple[tuple[Path, tuple[Side, ...]], ...]
    pairs: tuple[Pair, ...]
    findings: tuple[tuple[int, Finding], ...]

    @property
    def differing(self) -> tuple[tuple[Path, tuple[Side, ...]], ...]:
        """The cells in which not all reports say the same, in the order of print."""
        return tuple((path, sides) for path, sides in self.cells if len(set(sides)) > 1)


def line_up(reports: Sequence[AnnualReport]) -> Lineup:
    """Lay the reports side by side in the order given."""
    words = learned(reports)
    pairs: list[Pair] = []
    findings: list[tuple[int, Finding]] = []
    for a, b in combinations(range(len(reports)), 2):
        alike = likeness(reports[a], reports[b], words)
        pairs.append(_pair(a, b, alike))
        findings += ((b, finding) for finding in copied(reports[b], reports[a], alike))
    cells = tuple(
        (path, tuple(side_of(report, path) for report in reports)) for path in printed_paths(*reports)
    )
    return Lineup(tuple(reports), cells, tuple(pairs), tuple(findings))


def _pair(a: int, b: int, alike: Likeness) -> Pair:
    pair = Pair(a, b, alike.chapters)
    if pair.most < ALIKE:
        return pair
    return Pair(a, b, alike.chapters, tuple(p for p in alike.passages if p.a is not None and p.b is not None))


def as_json(lineup: Lineup) -> dict[str, Any]:
    """The object that ``gongkai compare A B C… --json`` prints; ``values`` stand in the order of
    ``reports``, ``absent`` and ``unsettled`` are indexes into them.
    """
    return {
        "reports": [identity(report) for report in lineup.reports],
        "cells": [_cell(path, sides) for path, sides in lineup.cells],
        "similarity": [
            {"a": pair.a, "b": pair.b, "chapter": s.chapter, "ratio": s.ratio}
            for pair in lineup.pairs
            for s in pair.chapters
        ],
        "passages": [
            {"reports": [pair.a, pair.b], **passage_json(passage)}
            for pair in lineup.pairs
            for passage in pair.passages
        ],
        "findings": [{**finding.as_json(), "report": index} for index, finding in lineup.findings],
    }


def _cell(path: Path, sides: Sequence[Side]) -> dict[str, Any]:
    out: dict[str, Any] = {"path": list(path), "values": [side.value for side in sides]}
    absent = [n for n, side in enumerate(sides) if not side.printed and side.settled]
    unsettled = [n for n, side in enumerate(sides) if not side.settled]
    return out | ({"absent": absent} if absent else {}) | ({"unsettled": unsettled} if unsettled else {})
