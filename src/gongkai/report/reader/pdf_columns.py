"""Pages set in two columns: two reports side by side, or prose that runs down one column and on in the
next.

Two reports (two years, two organs) show themselves by *twins*: tables of the same shape, or the same
headings, at the same height on both sides of one gutter. A table without rules has no twins; prose in
columns has full lines.
"""

from __future__ import annotations

import re
from collections import Counter

from gongkai.report.reader.pdf_ink import Run
from gongkai.report.reader.pdf_lattice import Lattice
from gongkai.report.reader.pdf_leaf import Leaf
from gongkai.report.reader.pdf_lines import CELL_GAP, Line, line_of, lines, rows_of

_CHAPTER = re.compile(r"^[一二三四五六七八九十]+\s*、")
_DIGITS = re.compile(r"[\d\s%％.:：()（）]+")
_PROSE = 10
"""Characters; a shorter piece is a cell, not a line of prose."""
_FULL_LINES = 6
_TALLER = 1.08


def set_columns(leaves: list[Leaf]) -> None:
    """Find gutters and make the lines of every page, in place."""
    gutter = _twin_gutter(leaves)
    for leaf in leaves:
        if gutter is not None:
            leaf.gutter, leaf.lanes = gutter, True
        else:
            leaf.gutter = _prose_gutter(leaf)
        leaf.lines = _lines(leaf)


def side(x0: float, x1: float, gutter: float | None) -> int | None:
    """0 left of the gutter, 1 right of it, None across."""
    if gutter is None:
        return None
    if x1 <= gutter + 2:
        return 0
    return 1 if x0 >= gutter - 2 else None


def _lines(leaf: Leaf) -> list[Line]:
    if leaf.gutter is None:
        return lines(leaf.outside)
    parts: dict[int | None, list[Run]] = {0: [], 1: [], None: []}
    for run in leaf.outside:
        parts[side(run.x0, run.x1, leaf.gutter)].append(run)
    # A run across the gutter takes the rest of its line with it.
    for run in parts[None]:
        for half in (0, 1):
            near = [r for r in parts[half] if abs(r.middle - run.middle) <= 0.5 * run.em]
            parts[half] = [r for r in parts[half] if r not in near]
            parts[None] = [*parts[None], *near]
    out = [line for part in parts.values() for line in lines(part)]
    return sorted(out, key=lambda line: line.y0)


def _twin_gutter(leaves: list[Leaf]) -> float | None:
    """The gutter between two reports side by side, at one place on all pages."""
    places: Counter[int] = Counter()
    exact: dict[int, list[float]] = {}
    for leaf in leaves:
        for gutter in _twins(leaf):
            places[round(gutter / 10)] += 1
            exact.setdefault(round(gutter / 10), []).append(gutter)
    if not places:
        return None
    best, count = places.most_common(1)[0]
    if count < 2:
        return None
    return sum(exact[best]) / len(exact[best])


def _twins(leaf: Leaf) -> list[float]:
    out = []
    for a in leaf.tables:
        out += [(a.xs[-1] + b.xs[0]) / 2 for b in leaf.tables if _alike(a, b, leaf.sheet.width)]
    for row in rows_of(leaf.outside):
        parts = _segments(row)
        if len(parts) == 2 and _CHAPTER.match(parts[0].text) and _bare(parts[0]) == _bare(parts[1]):
            out.append(parts[1].x0 - 0.5 * parts[1].em)
    return out


def _bare(line: Line) -> str:
    return _DIGITS.sub("", line.text)


def _alike(a: Lattice, b: Lattice, page_width: float) -> bool:
    """Two tables side by side, of one height and shape."""
    return (
        a.xs[-1] < b.xs[0]
        and abs(a.ys[0] - b.ys[0]) < 12
        and a.width > 0.25 * page_width
        and abs(a.width - b.width) < 0.08 * a.width
        and a.columns > 1
        and abs(a.columns - b.columns) <= 1
    )


def _segments(row: list[Run]) -> list[Line]:
    """A row cut at its wide gaps."""
    parts: list[list[Run]] = []
    for run in row:
        if parts and run.x0 - parts[-1][-1].x1 < CELL_GAP * run.em:
            parts[-1].append(run)
        else:
            parts.append([run])
    return [line_of(part) for part in parts]


def _prose_gutter(leaf: Leaf) -> float | None:
    """The gutter of a page of prose in two columns: many full lines on both sides and nothing between."""
    pairs = [s for s in map(_segments, rows_of(leaf.outside)) if len(s) == 2]
    full = [s for s in pairs if len(s[0].text) >= _PROSE and len(s[1].text) >= _PROSE]
    if len(full) < _FULL_LINES or len(full) < 0.6 * len(pairs):
        return None
    left, right = max(s[0].x1 for s in full), min(s[1].x0 for s in full)
    return (left + right) / 2 if left < right else None


def lane_of_lines(leaves: list[Leaf]) -> list[list[int | None]]:
    """For every line of every page its lane; a heading at the left that the right lacks belongs to both."""
    sides = [[side(n.x0, n.x1, leaf.gutter) for n in leaf.lines] for leaf in leaves]
    sizes = Counter(
        round(n.em, 1)
        for leaf, s in zip(leaves, sides, strict=True)
        for n, at in zip(leaf.lines, s, strict=True)
        if at == 0
    )
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    right = {
        _bare(n)
        for leaf, s in zip(leaves, sides, strict=True)
        for n, at in zip(leaf.lines, s, strict=True)
        if at == 1
    }
    for leaf, lanes in zip(leaves, sides, strict=True):
        for i, line in enumerate(leaf.lines):
            heading = line.em > _TALLER * body or _CHAPTER.match(line.text)
            if lanes[i] == 0 and heading and _bare(line) not in right:
                lanes[i] = None
    return sides
