"""Traditional characters to simplified ones, so that labels and sentences of mirrors are read like any other.

Conversion goes character by character (lengths stay), only where the text is traditional at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from gongkai.report.reader.blocks import Grid, Item

_TELLING = frozenset("開請辦處規強許結經這關與據數辨類爲為縣鄉務報屬訴訟")
_ENOUGH = 5
_SAMPLE = 4000


def is_traditional(text: str) -> bool:
    """True where a text has several characters that only traditional writing has."""
    return sum(ch in _TELLING for ch in text[:_SAMPLE]) >= _ENOUGH


@lru_cache(maxsize=1)
def _table() -> dict[int, str]:
    from opencc import OpenCC  # noqa: PLC0415

    convert = OpenCC("t2s").convert
    table: dict[int, str] = {}
    for code in (*range(0x4E00, 0xA000), *range(0x3400, 0x4DC0)):
        simple = convert(chr(code))
        if len(simple) == 1 and simple != chr(code):
            table[code] = simple
    return table


def simplified(items: Sequence[tuple[int, Item]]) -> list[tuple[int, Item]]:
    """The items with traditional characters made simplified; the same items where there are none."""
    sample = "".join(i.text for _, i in items if not isinstance(i, Grid))[:_SAMPLE]
    if not is_traditional(sample):
        return list(items)
    table = _table()
    out: list[tuple[int, Item]] = []
    for index, item in items:
        if isinstance(item, Grid):
            rows = [[replace(c, text=c.text.translate(table)) for c in row] for row in item.rows]
            out.append((index, replace(item, rows=rows)))
        else:
            out.append((index, replace(item, text=item.text.translate(table))))
    return out
