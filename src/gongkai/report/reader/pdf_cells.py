"""The text of a table's cells, and the table as a grid.

A run may reach over a rule: the figures of neighbouring cells stand close in narrow columns, or a label is
too long for its cell. It is cut where a rule falls into a gap; characters without a gap stay together in
the cell that holds most of them.
"""

from __future__ import annotations

from gongkai.report.reader.blocks import Cell, Grid
from gongkai.report.reader.pdf_ink import Run
from gongkai.report.reader.pdf_lattice import Area, Lattice, areas
from gongkai.report.reader.pdf_lines import cell_text

_SLIT = 0.12
"""Em; so wide a gap at a rule parts two cells."""

Owners = list[list[Area]]
"""For each row and column of a lattice the cell that covers it."""


def grid(lattice: Lattice, runs: list[Run], page: int) -> Grid | None:
    """The lattice with its texts; None where it holds no text at all."""
    by_row = areas(lattice)
    texts = texts_by_cell(lattice, runs, by_row)
    if not texts:
        return None
    rows = [
        [Cell(cell_text(texts.get(a, [])) if a in texts else "", a.column, a.colspan, a.rowspan) for a in row]
        for row in by_row
    ]
    return Grid(rows, page=page)


def doubts(lattice: Lattice, runs: list[Run]) -> list[str]:
    """For each cell whose recognition was unsure its row and column, counted from 1, and what was read."""
    unsure = [run for run in runs if not run.sure]
    if not unsure:
        return []
    return [
        f"第 {area.row + 1} 行第 {area.column + 1} 列识别为“{cell_text(found)}”，把握不大，请对照原件核对。"
        for area, found in texts_by_cell(lattice, unsure, areas(lattice)).items()
    ]


def texts_by_cell(lattice: Lattice, runs: list[Run], by_row: list[list[Area]]) -> dict[Area, list[Run]]:
    """Which runs stand in which cell."""
    owners = _owners(lattice, by_row)
    texts: dict[Area, list[Run]] = {}
    for run in runs:
        row = owners[lattice.row_at(run.middle)]
        for piece in _pieces(run, row, lattice):
            texts.setdefault(_home(piece, row, lattice), []).append(piece)
    return texts


def _owners(lattice: Lattice, by_row: list[list[Area]]) -> Owners:
    blank = Area(0, 0, 1, 1)
    owners = [[blank] * lattice.columns for _ in range(lattice.rows)]
    for row in by_row:
        for area in row:
            for i in range(area.row, area.row + area.rowspan):
                for j in range(area.column, area.column + area.colspan):
                    owners[i][j] = area
    return owners


def _at(run: Run, index: int, row: list[Area], lattice: Lattice) -> Area:
    return row[lattice.column_at((run.lefts[index] + run.rights[index]) / 2)]


def _pieces(run: Run, row: list[Area], lattice: Lattice) -> list[Run]:
    last = len(run.lefts) - 1
    if last == 0 or _at(run, 0, row, lattice) == _at(run, last, row, lattice):
        return [run]
    out: list[Run] = []
    start = 0
    for index in range(1, last + 1):
        gap = run.lefts[index] - run.rights[index - 1]
        if run.text[index - 1] == " ":
            gap += run.rights[index - 1] - run.lefts[index - 1]
        if gap >= _SLIT * run.em and _at(run, index, row, lattice) != _at(run, start, row, lattice):
            out.append(run.part(start, index))
            start = index
    out.append(run.part(start, last + 1))
    return [_trimmed(piece) for piece in out if piece.text.strip()]


def _trimmed(run: Run) -> Run:
    start = len(run.text) - len(run.text.lstrip(" "))
    end = len(run.text.rstrip(" "))
    return run if (start, end) == (0, len(run.text)) else run.part(start, end)


def _home(run: Run, row: list[Area], lattice: Lattice) -> Area:
    """The cell that holds most of a piece's characters, the first of equals."""
    last = len(run.lefts) - 1
    first = _at(run, 0, row, lattice)
    if last == 0 or first == _at(run, last, row, lattice):
        return first
    votes: dict[Area, int] = {}
    for index in range(last + 1):
        area = _at(run, index, row, lattice)
        votes[area] = votes.get(area, 0) + 1
    return max(votes, key=lambda a: votes[a])
