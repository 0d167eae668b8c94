"""Hidden data of Excel 97 to 2003 and WPS sheets: sheets, rows and columns, comments, links ([MS-XLS])."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from gongkai.files.archives import damaged
from gongkai.files.hidden.hit import Hit

_ENCRYPTED, _SHEET, _COLUMNS, _ROW, _NOTE, _LINK, _BEGIN = 0x2F, 0x85, 0x7D, 0x208, 0x1C, 0x1AE, 0x809
_VALUES = {0x203, 0x204, 0x205, 0x27E, 0xBD, 0xFD, 0xD6, 0x06}
"""Records that hold the value of a cell; each begins with its row and column."""
_ROW_HIDDEN = 0x20


def excel_hits(book: bytes) -> Iterator[Hit]:
    """The hits in the stream of the workbook; raises Refused where it is encrypted or broken."""
    sheets = notes = links = 0
    hidden_rows: set[int] = set()
    spans: list[tuple[int, int]] = []
    rows: set[tuple[int, int]] = set()
    columns: set[tuple[int, int]] = set()
    number = 0
    for record, body in _records(book):
        if record == _ENCRYPTED:
            raise damaged()
        if record == _BEGIN:
            number, hidden_rows, spans = number + 1, set(), []
        elif record == _SHEET:
            sheets += body[4] & 3 != 0
        elif record == _COLUMNS and len(body) >= 10:
            first, last, width, _, options = struct.unpack_from("<5H", body)
            if options & 1 or width < 150:
                spans.append((first, last))
        elif record == _ROW and len(body) >= 14 and body[12] & _ROW_HIDDEN:
            hidden_rows.add(struct.unpack_from("<H", body)[0])
        elif record in _VALUES and len(body) >= 4:
            row, column = struct.unpack_from("<HH", body)
            if row in hidden_rows:
                rows.add((number, row))
            if any(first <= column <= last for first, last in spans):
                columns.add((number, column))
        notes += record == _NOTE
        links += record == _LINK and len(body) > 4 and body[2:4] not in (b"\x01\x04", b"\x01\x3a")
    counts = {
        "hidden_sheet": sheets,
        "hidden_row": len(rows),
        "hidden_column": len(columns),
        "comment": notes,
    }
    yield from (Hit(kind, count=count) for kind, count in counts.items() if count)
    if links:
        yield Hit("external_link", count=links)


def _records(book: bytes) -> Iterator[tuple[int, bytes]]:
    if len(book) < 8 or struct.unpack_from("<H", book)[0] & 0xFF != 0x09:
        raise damaged()
    at = 0
    while at + 4 <= len(book):
        record, size = struct.unpack_from("<HH", book, at)
        if record == 0 and size == 0:
            return
        if at + 4 + size > len(book) or (record == _SHEET and size < 6):
            raise damaged()
        yield record, book[at + 4 : at + 4 + size]
        at += 4 + size
