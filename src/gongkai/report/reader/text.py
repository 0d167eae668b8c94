"""Plain text and Markdown to blocks.

Text keeps tables in several ways; each becomes grids whose cells have only an ordinal (``shaped=False``):

- rows of cells between tabs or between pipes, a Markdown table among them;
- one cell a line, each led by a tab, rows apart by an empty line;
- everything else stays a line of text: one cell a line without marks, cells run together and the like are
  cut by :mod:`gongkai.report.reader.stream`, which knows the labels.
"""

from __future__ import annotations

import re

from gongkai.files.encodings import decode
from gongkai.files.limits import Limits
from gongkai.report.reader.blocks import Cell, Document, Grid, Item, Paragraph

_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_BLANK_ROW = re.compile(r"^\|(?: +\|){2,}$|^\|?(?: *\|){14,}$")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_HEADING = re.compile(r"^(#{1,6})\s+(.*)$")
_EMPHASIS = re.compile(r"(\*\*|__)(.+?)\1")
_LIST_MARK = re.compile(r"^\s*[-*+]\s+(?=[^\W\d])")
_MIN_PIPES = 2


def blocks(data: bytes | str, limits: Limits | None = None, *, markdown: bool = False) -> Document:
    """Lines of a text or Markdown file as paragraphs and grids; raises nothing for odd text."""
    del limits
    text = data if isinstance(data, str) else decode(data)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").split("\n")
    document = Document("md" if markdown else "txt")
    at = 0
    while at < len(lines):
        at = _take(lines, at, document.items)
    return document


def _take(lines: list[str], at: int, items: list[Item]) -> int:
    """Take one block starting at a line; the line after it is returned."""
    line = lines[at]
    if not line.strip():
        return max(at + 1, _led_by_tabs(lines, at, items))
    for reader in (_tabbed, _piped, _led_by_tabs):
        end = reader(lines, at, items)
        if end > at:
            return end
    items.append(_paragraph(line, at + 1))
    return at + 1


def _paragraph(line: str, number: int) -> Paragraph:
    heading = _HEADING.match(line)
    text = _BREAK.sub("\n", heading[2] if heading else line).strip()
    text = _LIST_MARK.sub("", _EMPHASIS.sub(r"\2", text))
    return Paragraph(text, len(heading[1]) if heading else None, broken=True, line=number)


def _grid(rows: list[list[str]], lines: list[int]) -> Grid:
    """Rows of texts as a grid; ``lines`` are the indices of the lines in which they begin."""
    cells = [[Cell(_BREAK.sub("\n", t).strip(), i) for i, t in enumerate(row)] for row in rows]
    return Grid(cells, shaped=False, line=lines[0] + 1, lines=[number + 1 for number in lines])


def _is_tabbed(line: str) -> bool:
    inside = line.strip("\t ").count("\t")
    return inside >= 1 or (bool(line.strip()) and line.count("\t") >= _MIN_PIPES)


def _tabbed(lines: list[str], at: int, items: list[Item]) -> int:
    """Rows of cells between tabs; empty lines (a page break) inside the table are passed over."""
    rows: list[list[str]] = []
    numbers: list[int] = []
    end = at
    i = at
    while i < len(lines):
        if _is_tabbed(lines[i]):
            rows.append(lines[i].split("\t"))
            numbers.append(i)
            i += 1
            end = i
        elif not lines[i].strip() and i + 1 < len(lines) and i - end < 2:
            i += 1
        else:
            break
    if rows:
        items.append(_grid(rows, numbers))
    return end


def _piped(lines: list[str], at: int, items: list[Item]) -> int:
    """Rows of cells between pipes. A line with a single cell closed by a pipe is no row but one cell."""
    rows: list[list[str]] = []
    numbers: list[int] = []
    end = i = at
    while i < len(lines):
        line = lines[i].strip()
        if _RULE.match(line) and rows:
            i += 1
            end = i
            continue
        if not _is_row(line) and not (rows and _BLANK_ROW.match(line)):
            break
        rows.append(_row(line, led=lines[at].strip().startswith("|")))
        numbers.append(i)
        i += 1
        end = i
    if rows:
        items.append(_grid(rows, numbers))
    return end


def _is_row(line: str) -> bool:
    return line.count("|") >= _MIN_PIPES and bool(line.replace("|", "").strip())


def _row(line: str, *, led: bool) -> list[str]:
    """The cells of a row; ``led`` where the rows of this table begin with a pipe."""
    cells = line.split("|")
    if led and line.startswith("|"):
        cells = cells[1:]
    if line.endswith("|"):
        cells = cells[:-1]
    return cells


def _led_by_tabs(lines: list[str], at: int, items: list[Item]) -> int:
    """One cell a line, each line led by a tab; an empty line ends a row, a lone tab is a blank cell.

    A line of one or two characters without a tab goes on with the cell above it (总计 broken over two lines).
    """
    if not lines[at].startswith("\t"):
        return at
    rows: list[list[str]] = [[]]
    numbers = [at]
    end = i = at
    apart = False
    while i < len(lines) and i - end <= _MIN_PIPES:
        line = lines[i]
        if line.startswith("\t"):
            if apart and rows[-1]:
                rows.append([])
                numbers.append(i)
            rows[-1].append(line.strip())
            end, apart = i + 1, False
        elif not line.strip():
            apart = True
        elif rows[-1] and len(line.strip()) <= _MIN_PIPES:
            rows[-1][-1] += line.strip()
            end, apart = i + 1, False
        else:
            break
        i += 1
    if len(rows) < _MIN_PIPES:
        return at
    items.append(_grid(rows, numbers))
    return end
