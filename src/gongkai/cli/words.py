"""Words for places: where a finding or a flag stands, as a reader of the printed form would say it."""

from __future__ import annotations

from gongkai.tables.form import TABLES, Form
from gongkai.values.errors import FormError
from gongkai.values.findings import Where

_STEERING = {
    **dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), " "),
    **dict.fromkeys((0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF)),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}


def plain(text: str) -> str:
    """Text from a file as one line that is safe on a terminal: nothing that steers it or turns the writing
    round.
    """
    return text.translate(_STEERING).strip()


def table_title(official: Form, table: str) -> str:
    """The title of the chapter that holds the table; people count the tables differently, so they have no
    numbers.
    """
    chapter = official.table(table).chapter
    return official.chapters[chapter - 1].label


def place_words(official: Form, where: Where) -> str:
    """Chapter, row, column, page and line, as far as they are known; empty where nothing is."""
    parts: list[str] = []
    if where.table in TABLES:
        parts.append(table_title(official, where.table))
        parts += _labels(official, where)
    elif where.chapter is not None and 1 <= where.chapter <= len(official.chapters):
        parts.append(official.chapters[where.chapter - 1].label)
    if where.page is not None:
        parts.append(f"第 {where.page} 页")
    if where.line is not None:
        parts.append(f"第 {where.line} 行")
    return "，".join(parts)


def _labels(official: Form, where: Where) -> list[str]:
    """The official labels of row and column; a key that the form does not have is left out."""
    out = []
    shape = official.table(where.table or "")
    for key, look_up in ((where.row, shape.row), (where.column, shape.column)):
        if key is None:
            continue
        try:
            out.append(f"“{look_up(key).label}”")
        except FormError:
            continue
    return out
