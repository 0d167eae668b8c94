"""From the flow of an HTML or Word body to items: paragraphs, grids, and layout tables taken apart.

A flow is what the walk over the tree leaves behind: texts, an ``int`` at every block boundary (0,
or the level of the heading that begins), and lists of finished items where a table stood.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from gongkai.report.reader.blocks import Cell, Grid, Item, Paragraph, place_cells
from gongkai.report.reader.spacing import PART, settle, tidy

Flow = list["str | int | list[Item]"]
_PROSE = 300
_SOME_CELLS = 8


@dataclass(slots=True)
class RawCell:
    """A table cell while it is read: its flow and its spans as declared (rowspan 0 is to the end).

    ``column`` is its first column where the format tells; else it follows from the spans.
    """

    flow: Flow
    rowspan: int = 1
    colspan: int = 1
    column: int | None = None


@dataclass(slots=True)
class RawTable:
    """A table while it is read; ``nested`` counts the cells of tables inside it."""

    rows: list[list[RawCell]] = field(default_factory=list)
    own: int = 0
    nested: int = 0

    def close(self) -> list[Item]:
        """What the table amounts to: one grid, or the content of a layout table in reading order."""
        if self.nested * 2 >= self.own > 0 and self.nested:
            return self._laid_out()
        texts = [[cell_text(cell.flow) for cell in row] for row in self.rows]
        if self._is_prose([len(text) for row in texts for text in row]):
            return self._laid_out()
        if not any(text for row in texts for text in row):
            return []
        return [Grid(self._placed(texts))]

    def _placed(self, texts: list[list[str]]) -> list[list[Cell]]:
        """The cells with their first columns; spans that run past the table are cut."""
        height = len(self.rows)
        placed = place_cells(
            [
                [
                    (text, min(cell.rowspan or height, height - number), cell.colspan)
                    for text, cell in zip(line, row, strict=True)
                ]
                for number, (line, row) in enumerate(zip(texts, self.rows, strict=True))
            ]
        )
        for line, row in zip(placed, self.rows, strict=True):
            for done, cell in zip(line, row, strict=True):
                if cell.column is not None:
                    done.column = cell.column
        return placed

    def _is_prose(self, lengths: list[int]) -> bool:
        """A frame around one text, or a table most of which is one long text."""
        filled = [length for length in lengths if length]
        if len(lengths) == 1:
            return bool(filled)
        return bool(filled) and max(filled) > _PROSE and max(filled) * 2 > sum(filled)

    def _laid_out(self) -> list[Item]:
        """Cell after cell in reading order; columns that each hold several tables are lanes."""
        blank = [["" for _ in row] for row in self.rows]
        parts = [
            (range(place.column, place.column + place.colspan), items_of(cell.flow))
            for row, places in zip(self.rows, self._placed(blank), strict=True)
            for cell, place in zip(row, places, strict=True)
        ]
        lanes = _lanes([(columns.start, items) for columns, items in parts])
        for columns, items in parts:
            met = [lane for column, lane in lanes.items() if column in columns]
            for item in items:
                if item.lane is None and len(met) == 1:
                    item.lane = met[0]
        return [item for _, items in parts for item in items]


def _lanes(parts: list[tuple[int, list[Item]]]) -> dict[int, int]:
    """Column to lane, where at least two columns hold at least two real tables each; else nothing."""
    grids: dict[int, int] = {}
    for column, items in parts:
        count = sum(1 for item in items if isinstance(item, Grid) and sum(map(len, item.rows)) >= _SOME_CELLS)
        grids[column] = grids.get(column, 0) + count
    full = sorted(column for column, count in grids.items() if count >= 2)
    return {column: lane for lane, column in enumerate(full)} if len(full) > 1 else {}


def cell_text(flow: Flow) -> str:
    """The text of a data cell: lines joined by ``\\n``; a small table inside it gives its cells' texts."""
    if len(flow) == 1 and isinstance(flow[0], str):
        return tidy(flow[0])
    return tidy("".join(_as_text(part) for part in flow))


def _as_text(part: str | int | list[Item]) -> str:
    if isinstance(part, str):
        return part
    if isinstance(part, int):
        return PART
    texts = [[i.text] if isinstance(i, Paragraph) else [c.text for r in i.rows for c in r] for i in part]
    return PART + PART.join(text for group in texts for text in group) + PART


def items_of(flow: Flow) -> list[Item]:
    """The items of a flow: texts between boundaries become paragraphs, tables stand between them."""
    items: list[Item] = []
    texts: list[str] = []
    heading = 0
    for part in flow:
        if isinstance(part, str):
            texts.append(part)
            continue
        if texts:
            _add_paragraphs(items, "".join(texts), heading)
            texts.clear()
        if isinstance(part, int):
            heading = part
        else:
            items.extend(part)
    if texts:
        _add_paragraphs(items, "".join(texts), heading)
    return items


def _add_paragraphs(items: list[Item], text: str, heading: int) -> None:
    pieces = settle(text).split(PART) if PART in text else [text]
    for piece in pieces:
        clean = tidy(piece)
        if clean:
            items.append(Paragraph(clean, heading or None))
