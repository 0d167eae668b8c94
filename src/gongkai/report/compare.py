"""Two reports side by side: two years of one organ, or two organs of one year.

:func:`compare` lays every cell of both beside each other, with the change where both are numbers, and holds
the prose against each other (:mod:`gongkai.report.likeness`). Where one is last year's report of the other's
organ, the rules of year on year say what does not fit. :func:`as_json` gives the object that other programs
read; keys beside those of the interface (``absent``, ``unsettled``, ``characters``, ``passages``) are
additions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from gongkai.report.checks.check import Context
from gongkai.report.checks.registry import beside
from gongkai.report.checks.sequence import year_before
from gongkai.report.copying import CODES, copied
from gongkai.report.document import AnnualReport, CellValue
from gongkai.report.figures import figure, printed_paths, written
from gongkai.report.likeness import Likeness, Passage, likeness
from gongkai.report.sentences import Sentence
from gongkai.report.standard import Standard
from gongkai.tables.form import Path
from gongkai.values.findings import Finding


@dataclass(frozen=True, slots=True)
class Side:
    """A cell of one report: what is printed, whether it is printed at all, and whether it is settled."""

    value: CellValue
    printed: bool
    settled: bool = True


@dataclass(frozen=True, slots=True)
class ComparedCell:
    """One cell in both reports; ``change`` is b less a, in the unit of the form, and None unless both are
    numbers.
    """

    path: Path
    a: Side
    b: Side
    change: Decimal | None

    @property
    def differs(self) -> bool:
        """True where the two do not say the same: another number, or another of the four values."""
        if self.change is not None:
            return self.change != 0
        return self.a != self.b


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two reports say in their tables and in their prose, and what the rules say to both."""

    a: AnnualReport
    b: AnnualReport
    cells: tuple[ComparedCell, ...]
    likeness: Likeness
    findings: tuple[Finding, ...]

    @property
    def changed(self) -> tuple[ComparedCell, ...]:
        """The cells that differ, biggest change first; those without a number at the end, in the order of
        print.
        """
        moved = [cell for cell in self.cells if cell.differs]
        return tuple(sorted(moved, key=lambda c: (c.change is None, -abs(c.change or Decimal(0)))))


def compare(a: AnnualReport, b: AnnualReport, words: Standard | None = None) -> Comparison:
    """Lay ``b`` beside ``a``; ``words`` are what counts as standard in the prose (else the data file)."""
    alike = likeness(a, b, words)
    return Comparison(a, b, _cells(a, b), alike, _findings(a, b, alike))


def _cells(a: AnnualReport, b: AnnualReport) -> tuple[ComparedCell, ...]:
    return tuple(_cell(a, b, path) for path in printed_paths(a, b))


def _cell(a: AnnualReport, b: AnnualReport, path: Path) -> ComparedCell:
    before, after = figure(a, path), figure(b, path)
    change = after - before if before is not None and after is not None else None
    return ComparedCell(path, side_of(a, path), side_of(b, path), change)


def side_of(report: AnnualReport, path: Path) -> Side:
    """What one report has in a cell."""
    table = report.table(path[0])
    printed = table is not None and table.printed(path[1], path[2])
    unsettled = report.value(path) is None and report.flagged(*path)
    return Side(report.value(path), printed, not unsettled)


def _findings(a: AnnualReport, b: AnnualReport, alike: Likeness) -> tuple[Finding, ...]:
    """What the rules of year on year say to the later report, and copied prose."""
    found: list[Finding] = []
    for later, earlier in ((a, b), (b, a)):
        context = Context(previous=earlier)
        if year_before(later, context) is not None:
            found += (f for f in beside(later, context, "previous") if f.code not in CODES)
    earlier, later = sorted(
        (a, b), key=lambda r: (r.year or 0, r.organ or "", r.source.file, r.source.sha256)
    )
    return tuple(sorted([*found, *copied(later, earlier, alike)], key=lambda f: f.severity.rank))


def as_json(comparison: Comparison) -> dict[str, Any]:
    """The object that ``gongkai compare --json`` prints."""
    return {
        "a": identity(comparison.a),
        "b": identity(comparison.b),
        "cells": [_cell_json(cell) for cell in comparison.cells],
        "similarity": similarity_json(comparison.likeness),
        "passages": [passage_json(passage) for passage in comparison.likeness.passages],
        "findings": [finding.as_json() for finding in comparison.findings],
    }


def similarity_json(alike: Likeness) -> list[dict[str, Any]]:
    """The likeness chapter by chapter; ``ratio`` is null where neither report has words of its own."""
    return [
        {"chapter": s.chapter, "ratio": s.ratio, "characters": list(s.characters)} for s in alike.chapters
    ]


def identity(report: AnnualReport) -> dict[str, Any]:
    """Which report it is: file, organ, kind, title, year, edition."""
    source = report.source
    return {
        "source": {"file": source.file, "format": source.format, "sha256": source.sha256},
        "organ": report.organ,
        "organ_kind": report.organ_kind,
        "title": report.title,
        "year": report.year,
        "edition": report.edition,
    }


def _cell_json(cell: ComparedCell) -> dict[str, Any]:
    """``absent`` names the sides that do not print the cell, ``unsettled`` those where it could not be
    settled; both are ``null`` there, as a blank is.
    """
    out: dict[str, Any] = {
        "path": list(cell.path),
        "a": cell.a.value,
        "b": cell.b.value,
        "change": None if cell.change is None else written(cell.change, cell.path),
    }
    sides: Mapping[str, Side] = {"a": cell.a, "b": cell.b}
    for word, names in (
        ("absent", [n for n, s in sides.items() if not s.printed and s.settled]),
        ("unsettled", [n for n, s in sides.items() if not s.settled]),
    ):
        if names:
            out[word] = names
    return out


def passage_json(passage: Passage) -> dict[str, Any]:
    """A sentence of one or both reports; ``a`` or ``b`` is null where one alone has it."""
    return {
        "kind": passage.kind,
        "moved": passage.moved,
        "ratio": passage.ratio,
        "a": _sentence(passage.a),
        "b": _sentence(passage.b),
    }


def _sentence(sentence: Sentence | None) -> dict[str, Any] | None:
    if sentence is None:
        return None
    return {"chapter": sentence.chapter, "span": list(sentence.span), "text": sentence.text}
