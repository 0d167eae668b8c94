"""Measures of GB/T 9704-2012 for letters and forms, for both writers. Lengths are in points unless named mm.

Letters have the 信函格式 (10.1): the organ's name in red from 30 mm below the edge, a red double rule 4 mm
below it and another 20 mm above the lower edge of the first page, both 170 mm long, the number at the right
under the first rule, no page number on the first page. The place of name and date leaves room for a seal
(7.3.5.1): two lines above, the date four characters from the edge, the name centred over it.

Source: GB/T 9704-2012, 5.2, 7.2, 7.3, 7.5, 10.1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from gongkai.letters.paper import Paper, PaperTable
from gongkai.press.word import EM, wide

MM = 72 / 25.4
"""Points in a millimetre."""
AREA = 156 * MM
"""Width of the type area (5.2.1)."""
RULE_LENGTH = 170 * MM
"""Length of the red double rules."""
MARK_TOP = 30 * MM
"""From the upper edge of the page to the upper edge of the organ's name."""
MARK_GAP = 4 * MM
"""From the organ's name to the first rule."""
RULE_BOTTOM = 20 * MM
"""From the lower edge of the page to the second rule."""
NUMBER_GAP = 14.0
"""From the first rule to the number: seven eighths of a character of 16 points."""
THICK, GAP, THIN = 1.5, 1.5, 0.5
"""The two strokes of a rule and the room between them."""
FORM_MARGIN = 25 * MM
"""Above and below a form, which is no letter and should stand on one page."""
CELL_INSET = 4.0
"""Room in a cell above, below and beside its text."""
_MARK_SIZE, _MARK_LEAST = 42.0, 20.0
_TITLE = 22.0
_PARTED = re.compile("关于|政府信息|申请|告知书|答复书|的函")
_CELL, _SMALL_CELL = 12.0, 10.5
_MANY = 5
"""A table of more columns is set smaller."""


@dataclass(frozen=True, slots=True)
class Signed:
    """Where name and date begin, from the left edge of the type area."""

    name: float
    date: float


def mark_size(name: str) -> float:
    """The size in which the organ's name fills at most the type area."""
    return max(_MARK_LEAST, min(_MARK_SIZE, AREA / max(len(name), 1)))


def signed(paper: Paper) -> Signed:
    """The places of name and date: with room for a seal, or two characters from the edge without one."""
    name, date = wide(paper.signature), wide(paper.date)
    if paper.sealed:
        middle = AREA - 4 * EM - date / 2
        middle = max(0.0, min(middle, AREA - name / 2))
        return Signed(max(0.0, middle - name / 2), middle - date / 2)
    begin = min(AREA - 2 * EM - date, AREA - name)
    return Signed(max(0.0, begin - 2 * EM), max(0.0, begin))


def held(paper: Paper) -> int:
    """How many of the last paragraphs stand on one page with the name: two where the last is but a line.

    So the name never stands alone, nor with 特此告知 alone.
    """
    texts = paper.body.paragraphs
    if paper.body.table is not None or not texts:
        return 0
    return min(len(texts), 2 if wide(texts[-1]) + 2 * EM <= AREA else 1)


def title_lines(paper: Paper) -> tuple[str, ...]:
    """The lines of the title, one that is too long parted before 关于, 政府信息 and the like, not in a word.

    Source: GB/T 9704-2012, 7.3.1 (lines of a title keep words whole).
    """
    room = int(AREA // _TITLE)
    lines = []
    for line in paper.title:
        places = [m.start() for m in _PARTED.finditer(line) if 0 < m.start() <= room]
        if len(line) > room and places:
            lines += [line[: places[-1]], line[places[-1] :]]
        else:
            lines.append(line)
    return tuple(lines)


def labels(paper: Paper) -> tuple[str, ...]:
    """What stands over each sheet: 附件, or 附件1 and so on where there are several enclosures."""
    before = len(paper.enclosures) - len(paper.sheets)
    if len(paper.enclosures) == 1:
        return ("附件",)
    return tuple(f"附件{before + n}" for n in range(1, len(paper.sheets) + 1))


def enclosure_lines(paper: Paper) -> tuple[tuple[str, str], ...]:
    """The note of enclosures: each line with what hangs before its text: 附件：1. and the name."""
    several = len(paper.enclosures) > 1
    return tuple(
        (("附件：" if n == 1 else "　　　") + (f"{n}." if several else ""), name)
        for n, name in enumerate(paper.enclosures, 1)
    )


def widths(table: PaperTable) -> tuple[float, ...]:
    """The widths of the columns, which together fill the type area."""
    return tuple(AREA * one / sum(table.widths) for one in table.widths)


def cell_size(table: PaperTable) -> float:
    """The size of a table's text, smaller the more columns it has."""
    return _CELL if len(table.widths) <= _MANY else _SMALL_CELL


def cell_pitch(table: PaperTable) -> float:
    """The distance of two lines in a table's cells."""
    return 1.5 * cell_size(table)
