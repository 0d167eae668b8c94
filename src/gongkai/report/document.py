"""The annual report as one value: what ``gongkai.report.reader`` gives and every check and writer takes.

Cells keep four values apart: *absent* (the key is not in ``cells``: not printed, or the form has none),
``None`` (printed blank, or unsettled where a flag names it), an ``int``, and otherwise the text as printed
(``"/"``). Amounts are decimal strings. Nothing is ever filled in with 0.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from gongkai.tables.form import Form, form
from gongkai.values.findings import Finding

CellValue = int | str | None
CellKey = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in the file as read: page and line from 1, block, row and cell in a grid."""

    page: int | None = None
    line: int | None = None
    block: int | None = None
    row: int | None = None
    cell: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """One table as read: values by (row, column), where each stands, and the labels as printed.

    ``labels`` holds what the file prints for a row key or a column key where it prints something.
    """

    key: str
    cells: Mapping[CellKey, CellValue] = field(default_factory=lambda: MappingProxyType({}))
    places: Mapping[CellKey, Place] = field(default_factory=lambda: MappingProxyType({}))
    labels: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    units: Mapping[CellKey, str] = field(default_factory=lambda: MappingProxyType({}))

    def number(self, row: str, column: str) -> int | None:
        """The integer in a cell, or None for blank, text or absent."""
        value = self.cells.get((row, column))
        return value if isinstance(value, int) else None

    def printed(self, row: str, column: str) -> bool:
        """True where the report has this cell at all."""
        return (row, column) in self.cells


@dataclass(frozen=True, slots=True)
class Candidate:
    """One way to read what a flag covers: values by path, which method gave it, and whether it was taken."""

    cells: Mapping[CellKey, CellValue]
    by: str
    taken: bool = False


@dataclass(frozen=True, slots=True)
class Flag:
    """Something not settled: the path of the cell, row or table it covers, why, and the readings."""

    where: tuple[str, ...]
    why: str
    readings: tuple[Candidate, ...] = ()

    def covers(self, table: str, row: str, column: str) -> bool:
        """True where this flag speaks of that cell."""
        return (table, row, column)[: len(self.where)] == self.where


@dataclass(frozen=True, slots=True)
class Chapter:
    """One of the six chapters: its title as printed and its prose, tables left out.

    ``text`` is what statements' spans count in. ``breaks`` are offsets in ``text`` at which a new printed
    line or page began inside a paragraph; ``places`` maps the offset of each paragraph to its place.
    """

    number: int
    title: str
    found: bool
    text: str = ""
    places: tuple[tuple[int, Place], ...] = ()

    def place_at(self, offset: int) -> Place:
        """The place of the paragraph that holds ``offset``."""
        best = Place()
        for start, place in self.places:
            if start > offset:
                break
            best = place
        return best


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure told in prose: subject, value, unit, bound, its span in the chapter's text, and the verdict.

    ``value`` is an ``int`` or a decimal string; ``bound`` one of exact, at_least, about, zero; ``verdict``
    one of agrees, differs, not_disclosure, unchecked; ``against`` the path of the cell, or
    ``("statement", "3")`` for another statement by index, that it was held against; ``expected`` what
    stands there.
    """

    subject: str
    value: int | str
    unit: str
    bound: str
    chapter: int
    span: tuple[int, int]
    text: str
    verdict: str = "unchecked"
    against: tuple[str, ...] = ()
    expected: int | str | None = None
    scope: str | None = None
    period: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """The file: name, format (html, docx, doc, pdf, xlsx, md, txt, json, scan), SHA-256 of its bytes."""

    file: str
    format: str
    sha256: str


@dataclass(frozen=True, slots=True)
class AnnualReport:
    """An annual report of one organ and one year, as read or as built."""

    source: Source
    organ: str | None = None
    organ_kind: str | None = None
    title: str | None = None
    year: int | None = None
    edition: str = "2021"
    dated_on: date | None = None
    published_on: date | None = None
    chapters: tuple[Chapter, ...] = ()
    preamble: Chapter | None = None
    tables: Mapping[str, Table | None] = field(default_factory=lambda: MappingProxyType({}))
    other_tables: tuple[Table, ...] = ()
    flags: tuple[Flag, ...] = ()
    statements: tuple[Statement, ...] = ()
    findings: tuple[Finding, ...] = ()
    part: tuple[int, int] | None = None

    @property
    def form(self) -> Form:
        """The official form of this report's edition."""
        return form(self.edition)

    def table(self, key: str) -> Table | None:
        """The table of that key, or None where it was not found."""
        return self.tables.get(key)

    def chapter(self, number: int) -> Chapter:
        """Chapter 1 to 6; one that is not there has ``found`` False."""
        for chapter in self.chapters:
            if chapter.number == number:
                return chapter
        return Chapter(number, "", found=False)

    def value(self, path: tuple[str, str, str]) -> CellValue:
        """The value of a cell; None too where the table or the cell is absent."""
        table = self.table(path[0])
        return None if table is None else table.cells.get((path[1], path[2]))

    def flagged(self, table: str, row: str, column: str) -> bool:
        """True where a flag names this cell, its row or its table."""
        return any(flag.covers(table, row, column) for flag in self.flags)

    def with_findings(self, findings: tuple[Finding, ...]) -> AnnualReport:
        """The same report with these findings."""
        return replace(self, findings=findings)
