"""A letter or form as PDF: the 信函格式 of GB/T 9704-2012 on A4, tagged and fit for keeping.

Set by :mod:`gongkai.press.typesetting` from :class:`gongkai.letters.paper.Paper`; the measures are those of
:mod:`gongkai.letters.layout`.

Source: GB/T 9704-2012, 7.3 and 10.1.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from math import ceil
from typing import Any

from gongkai.letters import layout
from gongkai.letters.paper import Paper, PaperBody, PaperCell, PaperTable
from gongkai.press.marks import MADE_BY
from gongkai.press.typesetting import typeset
from gongkai.press.word import EM, wide


def write(paper: Paper) -> bytes:
    """The PDF; raises :class:`gongkai.values.errors.Refused` as
    :func:`gongkai.press.typesetting.typeset` does.
    """
    return typeset(_template(), _told(paper), "文书")


@cache
def _template() -> bytes:
    return files("gongkai.letters").joinpath("paper.typ").read_bytes()


def _told(paper: Paper) -> dict[str, Any]:
    places = layout.signed(paper)
    return {
        "name": paper.name,
        "author": paper.signature or paper.head,
        "maker": MADE_BY,
        "day": paper.day,
        "head": paper.head,
        "number": paper.number,
        "title": layout.title_lines(paper),
        "line": paper.line,
        "addressee": paper.addressee,
        "body": _body(paper.body),
        "enclosures": layout.enclosure_lines(paper),
        "signature": paper.signature,
        "date": paper.date,
        "sealed": paper.sealed,
        "places": (places.name, places.date),
        "note": paper.note,
        "held": layout.held(paper),
        "sheets": [
            {"label": label, "title": (sheet.title,), "body": _body(sheet.body)}
            for label, sheet in zip(layout.labels(paper), paper.sheets, strict=False)
        ],
        "measures": _measures(paper),
    }


def _measures(paper: Paper) -> dict[str, float]:
    return {
        "mark": layout.mark_size(paper.head),
        "top": layout.MARK_TOP,
        "below": layout.MARK_GAP,
        "bottom": layout.RULE_BOTTOM,
        "length": layout.RULE_LENGTH,
        "number": layout.NUMBER_GAP,
        "thick": layout.THICK,
        "gap": layout.GAP,
        "thin": layout.THIN,
        "inset": layout.CELL_INSET,
        "form": layout.FORM_MARGIN,
    }


def _body(body: PaperBody) -> dict[str, Any]:
    return {
        "paragraphs": body.paragraphs,
        "table": _table(body.table) if body.table else None,
        "after": body.after,
    }


def _table(table: PaperTable) -> dict[str, Any]:
    columns = layout.widths(table)
    size = layout.cell_size(table)
    rows = []
    for row in table.rows:
        at, cells = 0, []
        for cell in row:
            cells.append(_cell(cell, sum(columns[at : at + cell.span]), size))
            at += cell.span
        rows.append(cells)
    return {
        "widths": columns,
        "head": table.head,
        "size": size,
        "pitch": layout.cell_pitch(table),
        "rows": rows,
    }


def _cell(cell: PaperCell, room: float, size: float) -> dict[str, Any]:
    """A cell with the lines that its text needs at most in ``room`` points."""
    # One character a line is kept back, so that a height that is set is never too small for its text.
    each = max(1, int((room - 2 * layout.CELL_INSET) / size) - 1)
    need = sum(max(1, -(-ceil(wide(line) / EM) // each)) for line in cell.text.split("\n"))
    return {"text": cell.text, "label": cell.label, "span": cell.span, "lines": cell.lines, "need": need}
