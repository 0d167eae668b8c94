"""How wide the columns of a laid table are, and how small a text must be set to stand in its cell.

Widths are in points and fill the type area of GB/T 9704-2012 exactly (156 mm). Columns of figures are equal
as long as every figure fits; a column with a long figure takes room from those that have it to spare, and
only where no room is left is the figure itself set smaller. Text that can be parted over lines never is.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from gongkai.report.writer.layout import LaidCell, LaidTable

POINTS_A_MM = 72 / 25.4
"""Points in a millimetre."""
AREA = 156 * POINTS_A_MM
"""Width of the type area in points (GB/T 9704-2012, 5.2.1)."""
INSET = 2.0
"""Points between the rule of a cell and its text."""
_SIZES = {"proactive": 10.5, "applications": 9.0, "remedies": 9.0}
_LEADS: dict[str, tuple[float, ...]] = {
    "proactive": (AREA / 4,),
    "applications": (20.0, 67.5, 127.0),
    "remedies": (),
}
_LEAST_CHARACTERS = 2
_SMALLEST = 2.0
_HALF = 0.58
"""Em; a digit, a Latin letter or a mark is at most so wide in the fonts of print, capitals and @ apart."""
_BROAD = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ@%&mw+=<>")


@dataclass(frozen=True, slots=True)
class Fit:
    """``size`` of the table's text and ``widths`` of its columns, all in points."""

    size: float
    widths: tuple[float, ...]

    def size_of(self, cell: LaidCell, column: int) -> float:
        """The size in points at which the text of ``cell``, which begins in ``column``, fits."""
        room = sum(self.widths[column : column + cell.colspan]) - 2 * INSET
        return max(_SMALLEST, min(self.size, room / max(_longest(cell.text), 0.1)))


def fit(table: LaidTable) -> Fit:
    """The widths for ``table`` and the size of its text."""
    size, lead = _SIZES[table.key], _LEADS[table.key]
    count = table.width - len(lead)
    room = AREA - sum(lead)
    least = _LEAST_CHARACTERS * size + 2 * INSET
    needs = [least] * count
    for row, places in zip(table.rows, columns(table), strict=True):
        for cell, column in zip(row, places, strict=True):
            if cell.colspan == 1 and column >= len(lead):
                at = column - len(lead)
                needs[at] = max(needs[at], _longest(cell.text) * size + 2 * INSET)
    return Fit(size, (*lead, *_shared(needs, room)))


def columns(table: LaidTable) -> list[tuple[int, ...]]:
    """For every row the column in which each of its cells begins, spans from above counted."""
    taken = [0] * table.width
    out = []
    for row in table.rows:
        free = [column for column in range(table.width) if not taken[column]]
        taken = [max(0, left - 1) for left in taken]
        places = []
        for cell in row:
            places.append(free[0])
            for column in free[: cell.colspan]:
                taken[column] = cell.rowspan - 1
            free = free[cell.colspan :]
        out.append(tuple(places))
    return out


def _shared(needs: list[float], room: float) -> list[float]:
    """``room`` shared out: equally where that is enough for each, else by need.

    Where all needs together are more than there is, the small ones are met and the large ones share the rest:
    a column of two characters that was made narrower for a figure of its neighbour would stack them.
    """
    equal = room / len(needs)
    if max(needs) <= equal:
        return [equal] * len(needs)
    if sum(needs) <= room:
        spare = (room - sum(needs)) / len(needs)
        return [need + spare for need in needs]
    left = room
    for number, need in enumerate(sorted(needs)):
        share = left / (len(needs) - number)
        if need > share:
            return [min(one, share) for one in needs]
        left -= need
    return needs


def _longest(text: str) -> float:
    """Width in em of the longest piece that cannot be parted over lines."""
    best = run = 0.0
    for sign in text:
        if sign.isspace():
            run = 0.0
        elif unicodedata.east_asian_width(sign) in "WF":
            run = 1.0
        else:
            run += 0.95 if sign in _BROAD else _HALF if sign.isascii() else 1.0
        best = max(best, run)
    return best
