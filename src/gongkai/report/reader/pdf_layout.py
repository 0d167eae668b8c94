"""From pages to items in the order of reading: lines as paragraphs, lattices as grids, furniture left out."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from gongkai.report.reader.blocks import Grid, Item, Paragraph
from gongkai.report.reader.pdf_cells import doubts, grid
from gongkai.report.reader.pdf_columns import lane_of_lines, set_columns, side
from gongkai.report.reader.pdf_furniture import drop_furniture
from gongkai.report.reader.pdf_ink import Sheet
from gongkai.report.reader.pdf_lattice import Lattice, edges
from gongkai.report.reader.pdf_leaf import Leaf, leaves, same_sides
from gongkai.report.reader.pdf_lines import Line
from gongkai.report.reader.pdf_own import EDGE, drop_feet, joined

_INDENT = (1.5, 4.5)
"""Em; a line that begins so far in from the left edge begins a paragraph."""


@dataclass(slots=True)
class _Placed:
    """An item with its place on the page: top and left edge, and the column it stands in."""

    item: Item
    top: float
    left: float
    half: int | None


def arrange(sheets: list[Sheet], notes: list[str] | None = None, *, own: bool = False) -> list[Item]:
    """All items of all pages; what recognition was unsure of is added to ``notes``.

    ``own`` for a file that our own writer made, whose paragraphs are known.
    """
    pages = leaves(sheets)
    set_columns(pages)
    (drop_feet if own else drop_furniture)(pages)
    _agree_on_columns(pages)
    lanes = lane_of_lines(pages)
    out: list[Item] = []
    at_edge: set[int] = set()
    for leaf, sides in zip(pages, lanes, strict=True):
        placed = _texts(leaf, sides) + _grids(leaf, notes if notes is not None else [])
        out.extend(_numbered(_in_order(placed)))
        at_edge |= {id(one.item) for one in placed if one.left < EDGE}
    return joined(out, at_edge) if own else out


def _texts(leaf: Leaf, sides: list[int | None]) -> list[_Placed]:
    out = []
    for i, line in enumerate(leaf.lines):
        half = sides[i]
        below = next((n for n, s in zip(leaf.lines[i + 1 :], sides[i + 1 :], strict=True) if s == half), None)
        lane = half if leaf.lanes else None
        paragraph = Paragraph(
            line.text, broken=_runs_on(line, below, leaf, half), page=leaf.sheet.number, lane=lane
        )
        out.append(_Placed(paragraph, line.y0, line.x0, half))
    return out


def _runs_on(line: Line, below: Line | None, leaf: Leaf, half: int | None) -> bool:
    """False where the next line is set in, as the first line of a paragraph is."""
    if below is None:
        return True
    start = min(n.x0 for n in leaf.lines if side(n.x0, n.x1, leaf.gutter) == half or half is None)
    indent = (below.x0 - start) / max(below.em, 1.0)
    return not (_INDENT[0] <= indent <= _INDENT[1])


def _grids(leaf: Leaf, notes: list[str]) -> list[_Placed]:
    out = []
    for lattice, runs in zip(leaf.tables, leaf.inside, strict=True):
        table = grid(lattice, runs, leaf.sheet.number)
        if table is not None:
            half = side(lattice.xs[0], lattice.xs[-1], leaf.gutter)
            table.lane = half if leaf.lanes else None
            out.append(_Placed(table, lattice.ys[0], lattice.xs[0], half))
            where = f"第 {leaf.sheet.number} 页第 {len(out)} 个表格"
            notes.extend(f"{where}{doubt}" for doubt in doubts(lattice, runs))
    return out


def _in_order(placed: list[_Placed]) -> list[Item]:
    """From the top; between two items of full width first all of the left column, then all of the right."""
    out: list[Item] = []
    columns: tuple[list[Item], list[Item]] = ([], [])
    for one in sorted(placed, key=lambda p: (p.top, p.left)):
        if one.half is not None:
            columns[one.half].append(one.item)
            continue
        out += [*columns[0], *columns[1], one.item]
        columns = ([], [])
    return [*out, *columns[0], *columns[1]]


def _numbered(items: list[Item]) -> list[Item]:
    """Lines counted from 1 on each page; a grid takes as many as it has rows."""
    line = 1
    for item in items:
        item.line = line
        line += len(item.rows) if isinstance(item, Grid) else 1
    return items


def _agree_on_columns(pages: list[Leaf]) -> None:
    """Fragments of one table on following pages get the columns of all of them, in place."""
    chains: dict[int, list[Lattice]] = {}
    for before, after in pairwise(pages):
        for first in after.tables:
            last = next((t for t in reversed(before.tables) if same_sides(t, first)), None)
            if last is not None and _at_foot(last, before) and _at_head(first, after):
                chain = chains.get(id(last), [last])
                chain.append(first)
                for lattice in chain:
                    chains[id(lattice)] = chain
    for chain in {id(c): c for c in chains.values()}.values():
        columns = edges([x for lattice in chain for x in lattice.xs])
        for lattice in chain:
            lattice.xs = columns


def _at_foot(table: Lattice, leaf: Leaf) -> bool:
    return not any(
        line.y0 >= table.ys[-1] - 2 and _over(line.x0, line.x1, table) for line in leaf.lines
    ) and not any(t.ys[0] >= table.ys[-1] and _over(t.xs[0], t.xs[-1], table) for t in leaf.tables)


def _at_head(table: Lattice, leaf: Leaf) -> bool:
    return not any(
        line.y1 <= table.ys[0] + 2 and _over(line.x0, line.x1, table) for line in leaf.lines
    ) and not any(t.ys[-1] <= table.ys[0] and _over(t.xs[0], t.xs[-1], table) for t in leaf.tables)


def _over(x0: float, x1: float, table: Lattice) -> bool:
    return x0 < table.xs[-1] and x1 > table.xs[0]
