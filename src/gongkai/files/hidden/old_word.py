"""Hidden data of Word 97 to 2003 and WPS text: comments, changes, hidden text, leftovers of fast saving.

Places are those of [MS-DOC]: the file information block at the start of the stream WordDocument, the pages of
character formats that it leads to, and the property modifiers (sprm) in them.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from gongkai.files.archives import damaged
from gongkai.files.hidden.hit import Hit

_COMMENT_LETTERS = 0x5C
_CHARACTER_PAGES = 0xFA
_COMPLEX, _ENCRYPTED = 0x0004, 0x0100
_HIDDEN, _DELETED, _INSERTED = 0x083C, 0x0800, 0x0801
_OPERANDS = (1, 1, 2, 4, 2, 2, 0, 3)
"""Bytes of an operand by the top three bits of its sprm; 0 stands for a length in the first byte."""


def word_hits(main: bytes, table: bytes) -> Iterator[Hit]:
    """The hits in the two streams; raises Refused where the file information block makes no sense."""
    if len(main) < 0x200 or main[:2] != b"\xec\xa5":
        raise damaged()
    flags = struct.unpack_from("<H", main, 0x0A)[0]
    if flags & _ENCRYPTED:
        raise damaged()
    if flags & _COMPLEX:
        yield Hit("earlier_revision", "快速保存的正文")
    if struct.unpack_from("<L", main, _COMMENT_LETTERS)[0]:
        yield Hit("comment")
    on = list(_switched_on(main, table))
    if changes := sum(sprm in (_DELETED, _INSERTED) for sprm in on):
        yield Hit("tracked_change", count=changes)
    if hidden := on.count(_HIDDEN):
        yield Hit("hidden_text", count=hidden)


def _switched_on(main: bytes, table: bytes) -> Iterator[int]:
    """The modifiers that are switched on for some run of characters."""
    start, size = struct.unpack_from("<LL", main, _CHARACTER_PAGES)
    index = table[start : start + size]
    count = (len(index) - 4) // 8
    for n in range(max(count, 0)):
        page_number = struct.unpack_from("<L", index, 4 * (count + 1) + 4 * n)[0] & 0x3FFFFF
        page = main[page_number * 512 : page_number * 512 + 512]
        if len(page) == 512:
            yield from _page(page)


def _page(page: bytes) -> Iterator[int]:
    """One page of character formats: ends of runs, then for each run where its modifiers stand."""
    runs = page[511]
    for n in range(runs):
        place = 4 * (runs + 1) + n
        at = page[place] * 2 if place < 511 else 0
        if at:
            yield from _modifiers(page[at + 1 : at + 1 + page[at]])


def _modifiers(block: bytes) -> Iterator[int]:
    at = 0
    while at + 3 <= len(block):
        sprm = struct.unpack_from("<H", block, at)[0]
        size = _OPERANDS[sprm >> 13] or block[at + 2] + 1
        if sprm in (_HIDDEN, _DELETED, _INSERTED) and block[at + 2] == 1:
            yield sprm
        at += 2 + size
