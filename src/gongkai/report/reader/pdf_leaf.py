"""One page taken apart: its tables, the runs in each, and the lines outside them."""

from __future__ import annotations

from dataclasses import dataclass, field

from gongkai.report.reader.pdf_ink import Run, Sheet
from gongkai.report.reader.pdf_lattice import Lattice, lattices
from gongkai.report.reader.pdf_lines import Line

SAME_EDGE = 4.0
"""Points; two fragments of one table have their outer edges this near."""


@dataclass(slots=True)
class Leaf:
    """A page: its tables (from the top) with the runs inside each, the runs outside, and the lines made of
    these.

    ``gutter`` is where the page parts into two columns of text, ``lanes`` whether these are two reports.
    """

    sheet: Sheet
    tables: list[Lattice] = field(default_factory=list)
    inside: list[list[Run]] = field(default_factory=list)
    outside: list[Run] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    gutter: float | None = None
    lanes: bool = False


def leaves(sheets: list[Sheet]) -> list[Leaf]:
    """Every page with its tables found and its runs shared out."""
    found = [lattices(sheet.across, sheet.down) for sheet in sheets]
    out = []
    for index, sheet in enumerate(sheets):
        before = found[index - 1] if index else []
        after = found[index + 1] if index + 1 < len(sheets) else []
        tables = [t for t in found[index] if t.columns > 1 or _fragment(t, found[index], before, after)]
        out.append(_shared(sheet, tables))
    return out


def same_sides(a: Lattice, b: Lattice) -> bool:
    """True where two lattices have the same outer edges left and right."""
    return abs(a.xs[0] - b.xs[0]) <= SAME_EDGE and abs(a.xs[-1] - b.xs[-1]) <= SAME_EDGE


def _fragment(table: Lattice, here: list[Lattice], before: list[Lattice], after: list[Lattice]) -> bool:
    """True for a single column that continues a table of the page before, or is continued on the next.

    Any other frame of one column is drawn around prose.
    """
    if table is here[0] and before and before[-1].columns > 1 and same_sides(table, before[-1]):
        return True
    return bool(table is here[-1] and after and after[0].columns > 1 and same_sides(table, after[0]))


def _shared(sheet: Sheet, tables: list[Lattice]) -> Leaf:
    leaf = Leaf(sheet, tables, [[] for _ in tables])
    inner_first = sorted(range(len(tables)), key=lambda i: tables[i].area)
    for run in sheet.runs:
        x, y = (run.lefts[0] + run.rights[-1]) / 2, (run.y0 + run.y1) / 2
        # A long label may stick out of its cell: its first character tells the table as well as its middle.
        start = (run.lefts[0] + run.rights[0]) / 2
        for i in inner_first:
            if tables[i].holds(x, y) or tables[i].holds(start, y):
                leaf.inside[i].append(run)
                break
        else:
            leaf.outside.append(run)
    return leaf
