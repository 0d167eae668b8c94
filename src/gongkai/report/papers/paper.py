"""A paper: sections of paragraphs, points, tables and charts, as plain values that every writer can set.

Nothing here is markup. ``tone`` says how a piece is meant, never how it looks: ``""``, ``error``,
``warning``, ``notice``, ``well``, ``same`` (copied), ``changed``, ``moved``, ``only`` (in one report alone),
``soft`` (standard words), ``doubt`` (no certain number).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from gongkai.report.charts.chart import Chart
from gongkai.report.charts.draw import draw
from gongkai.values.findings import Finding

Pieces = tuple[tuple[str, bool], ...]
"""A text in pieces, each with whether it stands out in it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; ``pieces`` where parts of the text stand out, else empty."""

    text: str
    tone: str = ""
    number: bool = False
    pieces: Pieces = ()


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph."""

    text: str
    tone: str = ""
    kind: str = "words"


@dataclass(frozen=True, slots=True)
class Point:
    """One thing to look at: its label (错误, 缺报), what is the case, then what to do and why."""

    label: str
    tone: str
    text: str
    lines: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Points:
    """Several things to look at, in their order."""

    points: tuple[Point, ...]
    kind: str = "points"


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: a caption, one row of heads, rows. ``widths`` are shares of the columns.

    ``texts`` says that its cells hold sentences to be read beside each other and not figures.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...] = ()
    texts: bool = False
    kind: str = "grid"

    @property
    def heads(self) -> tuple[tuple[str, bool], ...]:
        """The heads, each with whether figures stand under it."""
        numbers = [cell.number for cell in self.rows[0]] if self.rows else [False] * len(self.head)
        return tuple(zip(self.head, numbers, strict=True))


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart as drawn, with the table that says the same; ``width`` and ``height`` say its proportion."""

    title: str
    summary: str
    svg: str
    table: Grid
    width: int
    height: int
    kind: str = "figure"


Part = Words | Points | Grid | Figure


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the paper under one heading; ``key`` names it within the paper."""

    key: str
    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper with its title, a line under it, and its sections."""

    key: str
    title: str
    about: str
    sections: tuple[Section, ...] = field(default=())


def figures(charts: Sequence[Chart], prefix: str) -> tuple[Figure, ...]:
    """The charts drawn, each with its table."""
    return tuple(
        Figure(chart.title, chart.summary, svg, _table(chart), chart.width, chart.height)
        for chart, svg in zip(charts, draw(charts, prefix), strict=True)
    )


def _table(chart: Chart) -> Grid:
    rows = tuple((Cell(name), *(Cell(text, number=True) for text in words)) for name, *words in chart.rows)
    return Grid(f"{chart.title}，图中各项的数字", chart.head, rows)


def findings_points(findings: Sequence[Finding]) -> Iterator[Point]:
    """Findings as points, in their order."""
    for finding in findings:
        lines = (("改法", finding.hint), ("依据", f"{finding.clause}（规则 {finding.code}）"))
        yield Point(
            finding.severity.label,
            finding.severity.value,
            finding.message,
            tuple((name, text) for name, text in lines if text),
        )


def findings_section(findings: Sequence[Finding], empty: str) -> Section:
    """What the rules say, or the sentence that they say nothing."""
    points = tuple(findings_points(findings))
    return Section("findings", "发现的问题", (Points(points),) if points else (Words(empty, "well"),))
