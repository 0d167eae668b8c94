"""What every format is turned into before anything is understood: paragraphs and grids in reading order.

A format module answers one call, ``blocks(data: bytes) -> Document``. It restores and guesses nothing: texts
as printed (line breaks inside a cell kept as ``\\n``), spans as declared, in the order of reading. What they
mean is the work of the modules above it. ``lane`` numbers the columns of a page set side by side (two years
or two organs next to each other), from 0 at the left; None where the page has one column.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Cell:
    """A cell of a grid as declared. ``column`` is its first column in the expanded grid, from 0.

    A cell that is covered by a span from above or from the left is not listed at all.
    """

    text: str
    column: int
    colspan: int = 1
    rowspan: int = 1


@dataclass(slots=True)
class Grid:
    """A table as printed: for each row the cells that *start* in it.

    ``shaped`` is False where columns are unknown (cells came from a text line, so ``column`` is only the
    ordinal of the cell in its row). ``lines`` has the line of each row where the file is one of lines.
    """

    rows: list[list[Cell]]
    shaped: bool = True
    page: int | None = None
    line: int | None = None
    lane: int | None = None
    lines: list[int] | None = None


@dataclass(slots=True)
class Paragraph:
    """A paragraph, heading or line of text.

    ``heading`` is its declared level (1 to 6) where the format says so. ``broken`` says that the format
    breaks lines where the print does (PDF, plain text), so that a sentence may run on into the next one.
    """

    text: str
    heading: int | None = None
    broken: bool = False
    page: int | None = None
    line: int | None = None
    lane: int | None = None


Item = Paragraph | Grid


@dataclass(slots=True)
class Document:
    """A file as read: its items in order, and what the file says of itself (title, publication date)."""

    format: str
    items: list[Item] = field(default_factory=list)
    title: str | None = None
    published_on: str | None = None
    pages: int | None = None
    notes: list[str] = field(default_factory=list)


def place_cells(rows: list[list[tuple[str, int, int]]], max_columns: int = 200) -> list[list[Cell]]:
    """Expand rows of (text, rowspan, colspan) to cells with their first column, spans restored.

    A rowspan that runs past the table is cut; a colspan above ``max_columns`` is taken as 1.
    """
    covered: dict[int, int] = {}
    out: list[list[Cell]] = []
    for row in rows:
        column = 0
        cells: list[Cell] = []
        spans: list[tuple[int, int, int]] = []
        for text, rowspan, colspan in row:
            while covered.get(column, 0) > 0:
                column += 1
            width = colspan if 1 <= colspan <= max_columns else 1
            cells.append(Cell(text, column, width, max(1, rowspan)))
            spans.append((column, width, max(1, rowspan)))
            column += width
        for key in list(covered):
            covered[key] -= 1
            if covered[key] <= 0:
                del covered[key]
        for first, width, height in spans:
            if height > 1:
                for c in range(first, first + width):
                    covered[c] = height - 1
        out.append(cells)
    return out
