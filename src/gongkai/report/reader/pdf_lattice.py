"""From ruled lines to cells: which rules belong to one table, its columns and rows, and which neighbours
are merged.

A table is a set of rules that touch. Its column edges are where upright rules stand, its row edges where
level ones do; two neighbouring cells without a rule between them are one cell. Where a page break took the
outer rule, the end of the rules that run into it stands for it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from gongkai.report.reader.pdf_ink import Rule, joined

TOUCH = 3.0
"""Points; rules this near to each other's end touch."""

NARROWEST = 3.5
"""Points; edges nearer than this are one edge (double rules)."""


@dataclass(slots=True)
class Lattice:
    """The rules of one table with its edges: ``xs`` of columns from the left, ``ys`` of rows from the top."""

    across: list[Rule]
    down: list[Rule]
    xs: list[float] = field(default_factory=list)
    ys: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        ends = [e for r in self.across for e in (r.low, r.high)]
        self.xs = edges([r.at for r in self.down], (min(ends), max(ends)) if ends else ())
        ends = [e for r in self.down for e in (r.low, r.high)]
        self.ys = edges([r.at for r in self.across], (min(ends), max(ends)) if ends else ())

    @property
    def width(self) -> float:
        """From the first to the last column edge, in points."""
        return self.xs[-1] - self.xs[0] if self.xs else 0.0

    @property
    def area(self) -> float:
        """In square points; the smallest lattice around a text owns it."""
        return self.width * (self.ys[-1] - self.ys[0]) if self.ys else 0.0

    @property
    def columns(self) -> int:
        """Number of columns."""
        return max(0, len(self.xs) - 1)

    @property
    def rows(self) -> int:
        """Number of rows."""
        return max(0, len(self.ys) - 1)

    def holds(self, x: float, y: float, margin: float = 1.0) -> bool:
        """True where a point lies inside."""
        return (
            self.xs[0] - margin <= x <= self.xs[-1] + margin
            and self.ys[0] - margin <= y <= self.ys[-1] + margin
        )

    def column_at(self, x: float) -> int:
        """The column of a place inside, from 0."""
        index = bisect_right(self.xs, x, 1, len(self.xs) - 1)
        return index - 1

    def row_at(self, y: float) -> int:
        """The row of a place inside, from 0."""
        index = bisect_right(self.ys, y, 1, len(self.ys) - 1)
        return index - 1


@dataclass(slots=True, frozen=True)
class Area:
    """A cell: its first row and column and how many of each it takes."""

    row: int
    column: int
    rowspan: int
    colspan: int


def edges(positions: Iterable[float], ends: tuple[float, ...] = ()) -> list[float]:
    """Positions of rules as edges, neighbours nearer than NARROWEST taken as one; ends of rules close an
    open side.
    """
    groups: list[list[float]] = []
    for at in sorted(positions):
        if groups and at - groups[-1][0] <= NARROWEST:
            groups[-1].append(at)
        else:
            groups.append([at])
    out = [sum(g) / len(g) for g in groups]
    for end in ends:
        if not out or end < out[0] - NARROWEST * 1.5:
            out.insert(0, end)
        elif end > out[-1] + NARROWEST * 1.5:
            out.append(end)
    return out


def lattices(across: list[Rule], down: list[Rule]) -> list[Lattice]:
    """The tables of a page, one cell frames included, from the top; rules that touch nothing are left out."""
    level, upright = joined(across), joined(down)
    parent = list(range(len(level) + len(upright)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    positions = [r.at for r in level]
    for number, rule in enumerate(upright, len(level)):
        first = bisect_left(positions, rule.low - TOUCH)
        last = bisect_right(positions, rule.high + TOUCH)
        for index in range(first, last):
            other = level[index]
            if other.low - TOUCH <= rule.at <= other.high + TOUCH:
                parent[root(index)] = root(number)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for index, rule in enumerate(level):
        groups.setdefault(root(index), ([], []))[0].append(rule)
    for index, rule in enumerate(upright, len(level)):
        groups.setdefault(root(index), ([], []))[1].append(rule)
    found = [Lattice(h, v) for h, v in groups.values() if h and v]
    found = [lattice for lattice in found if lattice.rows and lattice.columns]
    return sorted(found, key=lambda lattice: (lattice.ys[0], lattice.xs[0]))


def areas(lattice: Lattice) -> list[list[Area]]:
    """The cells of a lattice by the row in which they start; a merged region that is no rectangle is cut
    into some.
    """
    walls, floors = _walls(lattice), _floors(lattice)
    taken = [[False] * lattice.columns for _ in range(lattice.rows)]
    out: list[list[Area]] = []
    for row in range(lattice.rows):
        line: list[Area] = []
        for column in range(lattice.columns):
            if not taken[row][column]:
                area = _grow(row, column, walls, floors, taken)
                line.append(area)
                for i in range(area.row, area.row + area.rowspan):
                    for j in range(area.column, area.column + area.colspan):
                        taken[i][j] = True
        out.append(line)
    return out


def _grow(
    row: int, column: int, walls: list[list[bool]], floors: list[list[bool]], taken: list[list[bool]]
) -> Area:
    """The largest rectangle from a corner that no rule crosses: first to the right, then down."""
    right = column + 1
    while right < len(taken[0]) and not walls[row][right] and not taken[row][right]:
        right += 1
    below = row + 1
    while below < len(taken) and not any(
        floors[below][j] or taken[below][j] or (j > column and walls[below][j]) for j in range(column, right)
    ):
        below += 1
    return Area(row, column, below - row, right - column)


def _walls(lattice: Lattice) -> list[list[bool]]:
    """``[row][j]``: an upright rule stands at column edge j beside that row."""
    out = [[False] * (lattice.columns + 1) for _ in range(lattice.rows)]
    middles = [(a + b) / 2 for a, b in zip(lattice.ys, lattice.ys[1:], strict=False)]
    for rule in lattice.down:
        edge = _nearest(lattice.xs, rule.at)
        for row in range(bisect_left(middles, rule.low - 1), bisect_right(middles, rule.high + 1)):
            out[row][edge] = True
    return out


def _floors(lattice: Lattice) -> list[list[bool]]:
    """``[i][column]``: a level rule lies at row edge i above that column."""
    out = [[False] * lattice.columns for _ in range(lattice.rows + 1)]
    middles = [(a + b) / 2 for a, b in zip(lattice.xs, lattice.xs[1:], strict=False)]
    for rule in lattice.across:
        edge = _nearest(lattice.ys, rule.at)
        for column in range(bisect_left(middles, rule.low - 1), bisect_right(middles, rule.high + 1)):
            out[edge][column] = True
    return out


def _nearest(positions: list[float], at: float) -> int:
    index = bisect_left(positions, at)
    if index == len(positions):
        return index - 1
    if index and at - positions[index - 1] <= positions[index] - at:
        return index - 1
    return index
