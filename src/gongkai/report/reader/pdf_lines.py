"""Runs put on lines: the text of a cell, and the printed lines outside the tables."""

from __future__ import annotations

from dataclasses import dataclass

from gongkai.report.reader.pdf_ink import Run

CELL_GAP = 1.2
"""Em; so wide a gap in a line parts two cells of a table without rules."""

WORD_GAP = (0.3, 0.6)
"""Em; so wide a gap between runs is a space: beside a figure or Latin letter, between full-width
characters.
"""

_WIDE = 0x2E80


@dataclass(slots=True)
class Line:
    """One printed line: its text, its box in points, and the width of a full character."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    em: float
    runs: int = 1

    @property
    def middle(self) -> float:
        """Half height."""
        return (self.y0 + self.y1) / 2


def rows_of(runs: list[Run]) -> list[list[Run]]:
    """Runs by the line they stand on, from the top, each line from the left."""
    rows: list[list[Run]] = []
    middle = reach = 0.0
    for run in sorted(runs, key=lambda r: r.y0 + r.y1):
        if rows and run.middle - middle <= 0.5 * min(reach, run.em):
            rows[-1].append(run)
        else:
            rows.append([run])
            middle, reach = run.middle, run.em
    for row in rows:
        row.sort(key=lambda r: r.lefts[0])
    return rows


def line_of(row: list[Run], wide: str = "\t") -> Line:
    """A row of runs as one line; a gap of CELL_GAP or more becomes ``wide``."""
    first = row[0]
    pieces = [first.text]
    edge = first.rights[-1]
    for run in row[1:]:
        gap = (run.lefts[0] - edge) / max(run.em, 1.0)
        full = ord(pieces[-1][-1]) >= _WIDE and ord(run.text[0]) >= _WIDE
        pieces.append(wide if gap >= CELL_GAP else " " if gap >= WORD_GAP[full] else "")
        pieces.append(run.text)
        edge = max(edge, run.rights[-1])
    return Line(
        "".join(pieces),
        first.lefts[0],
        min(r.y0 for r in row),
        edge,
        max(r.y1 for r in row),
        max(r.em for r in row),
        len(row),
    )


def lines(runs: list[Run]) -> list[Line]:
    """The printed lines of runs, from the top."""
    return [line_of(row) for row in rows_of(runs)]


def cell_text(runs: list[Run]) -> str:
    """The text of one cell, its lines apart by ``\\n``."""
    if len(runs) == 1:
        return runs[0].text
    return "\n".join(line_of(row, " ").text for row in rows_of(runs))
