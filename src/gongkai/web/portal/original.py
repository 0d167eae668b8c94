"""The source beside the tables: the blocks as read, as plain text in pieces, the marked places among them.

Nothing of a file's own markup reaches the page; the template escapes every piece.
"""

from __future__ import annotations

from gongkai.report.reader.blocks import Document, Grid, Paragraph
from gongkai.web.portal.anchors import block_id, source_cell_id
from gongkai.web.portal.answer import Piece, SourceBlock, SourceCell
from gongkai.web.portal.marks import Run, Settled

MOST_BLOCKS = 2_000
MOST_CELLS = 12_000
MOST_CHARACTERS = 400_000
WIDEST = 60


def source(document: Document, settled: Settled) -> tuple[tuple[SourceBlock, ...], bool]:
    """Blocks to show, and whether the end had to be cut off because the file is very long."""
    blocks: list[SourceBlock] = []
    characters = cells = 0
    page: int | None = None
    for number, item in enumerate(document.items):
        characters += _length(item)
        cells += sum(map(len, item.rows)) if isinstance(item, Grid) else 0
        if len(blocks) >= MOST_BLOCKS or characters > MOST_CHARACTERS or cells > MOST_CELLS:
            return tuple(blocks), True
        if isinstance(item, Paragraph) and not item.text.strip():
            continue
        new_page = item.page if item.page != page else None
        page = item.page
        block = _grid(number, item, settled) if isinstance(item, Grid) else _paragraph(number, item, settled)
        blocks.append(_paged(block, new_page))
    return tuple(blocks), False


def shown_ids(blocks: tuple[SourceBlock, ...]) -> set[str]:
    """Every id in the source that can be jumped to."""
    out: set[str] = set()
    for block in blocks:
        out.add(block.id)
        out.update(p.id for p in block.pieces if p.id)
        for row in block.rows:
            for cell in row:
                out.add(cell.id)
                out.update(p.id for p in cell.pieces if p.id)
    return out


def _length(item: Paragraph | Grid) -> int:
    if isinstance(item, Grid):
        return sum(len(cell.text) for row in item.rows for cell in row)
    return len(item.text)


def _paged(block: SourceBlock, page: int | None) -> SourceBlock:
    return SourceBlock(block.id, block.kind, block.pieces, block.rows, page, block.level)


def _paragraph(number: int, item: Paragraph, settled: Settled) -> SourceBlock:
    target = (number, None, None)
    level, _ = settled.whole.get(target, ("", ""))
    kind = "heading" if item.heading else "paragraph"
    return SourceBlock(block_id(number), kind, pieces(item.text, settled.runs.get(target, [])), level=level)


def _grid(number: int, item: Grid, settled: Settled) -> SourceBlock:
    rows = []
    for i, row in enumerate(item.rows):
        cells = []
        for j, cell in enumerate(row[: WIDEST * 2]):
            level, href = settled.whole.get((number, i, j), ("", ""))
            runs = settled.runs.get((number, i, j), [])
            down, across = (cell.rowspan, cell.colspan) if item.shaped else (1, 1)
            parts = pieces(cell.text.strip(), runs) if not runs else pieces(cell.text, runs)
            cells.append(
                SourceCell(source_cell_id(number, i, j), parts, down, min(across, WIDEST), level, href)
            )
        rows.append(tuple(cells))
    level, _ = settled.whole.get((number, None, None), ("", ""))
    return SourceBlock(block_id(number), "grid", rows=tuple(rows), level=level)


def pieces(text: str, runs: list[Run]) -> tuple[Piece, ...]:
    """The text cut at the marked stretches, in order, nothing lost."""
    out: list[Piece] = []
    at = 0
    for run in runs:
        if run.start > at:
            out.append(Piece(text[at : run.start]))
        out.append(Piece(text[run.start : run.end], run.level, run.id, run.href))
        at = run.end
    if at < len(text) or not out:
        out.append(Piece(text[at:]))
    return tuple(out)
