"""The cells of a workbook or of a CSV file: one mapping of heading to text for each line below the heads.

The workbook goes through the reader of reports: bounded, without macros, formulas by their saved values.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from gongkai.files.limits import Limits
from gongkai.report.reader.blocks import Grid
from gongkai.report.reader.sheet import blocks
from gongkai.values.errors import FileError
from gongkai.web.backlog.columns import COLUMNS, HEADINGS

LINES = 1000
"""Lines of one table; a longer one is brought in by parts, for all are shown before they are taken."""
_ENCODINGS = ("utf-8-sig", "gb18030")
_MAGIC = b"PK"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What was found: (number of the line, heading → text) for each, and the headings that nobody knows."""

    lines: tuple[tuple[int, dict[str, str]], ...]
    unknown: tuple[str, ...]


def sheet(data: bytes, limits: Limits | None = None) -> Sheet:
    """The table in these bytes (XLSX or CSV).

    Raises :class:`FileError` where it cannot be read, has no line of headings, lacks a needed column, or has
    no line or more than :data:`LINES`.
    """
    bounds = limits or Limits()
    bounds.check_size(len(data))
    rows = _workbook(data, bounds) if data.startswith(_MAGIC) else _text(data)
    heads: list[str] = []
    found: list[tuple[int, dict[str, str]]] = []
    for number, cells in rows:
        bare = [" ".join(cell.split()) for cell in cells]
        if not heads:
            heads = bare if sum(cell in HEADINGS for cell in bare) > 1 else []
            continue
        values = {head: text for head, text in zip(heads, bare, strict=False) if head in HEADINGS and text}
        if values:
            found.append((number, values))
    _check(heads, len(found))
    return Sheet(tuple(found), tuple(head for head in heads if head and head not in HEADINGS))


def _check(heads: Sequence[str], lines: int) -> None:
    if not heads:
        raise FileError("no_heads", "没有找到表头。请下载样表，把台账的列对到样表的列名下，再上传。")
    missing = [column.heading for column in COLUMNS if column.needed and column.heading not in heads]
    if missing:
        raise FileError("no_column", f"表中缺少{'、'.join(missing)}。请照样表补上这些列，再上传。")
    twice = sorted({head for head in heads if head in HEADINGS and heads.count(head) > 1})
    if twice:
        raise FileError("two_columns", f"{'、'.join(twice)}有两列以上，不知道用哪一列。请只留一列，再上传。")
    if not lines:
        raise FileError("no_lines", "表头下面没有内容。请填写以后再上传。")
    if lines > LINES:
        raise FileError("too_many", f"表中有{lines}行，一次最多{LINES}行。请分成几个文件，依次上传。")


def _workbook(data: bytes, limits: Limits) -> Iterator[tuple[int, list[str]]]:
    number = 0
    for item in blocks(data, limits).items:
        for row in item.rows if isinstance(item, Grid) else ():
            number += 1
            cells = [""] * (max((cell.column for cell in row), default=-1) + 1)
            for cell in row:
                cells[cell.column] = cell.text
            yield number, cells


def _text(data: bytes) -> Iterable[tuple[int, list[str]]]:
    for encoding in _ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        try:
            return list(enumerate(csv.reader(io.StringIO(text)), 1))
        except csv.Error:  # a NUL, or a cell longer than any cell is
            break
    raise FileError("not_a_table", "这个文件不是表格。请上传XLSX文件，或者CSV文件。")
