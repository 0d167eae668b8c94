"""Fonts for the tests: the outlines that come along, under another family's name."""

from __future__ import annotations

import struct

import pylopdf_fonts_zh_cn as free

_FAMILY = (1, 4, 6, 16)
"""Records of the table of names: family, full name, name for PostScript, family in print."""


def renamed(family: str) -> bytes:
    """The sans serif of the package with every name of it changed to ``family`` (at most 12 letters)."""
    data = bytearray(free.sans_path().read_bytes())
    table = _table(bytes(data), b"name")
    count, strings = struct.unpack_from(">HH", data, table + 2)
    new = family.encode("utf-16-be")
    for record in range(table + 6, table + 6 + 12 * count, 12):
        platform, _, _, name, length, offset = struct.unpack_from(">6H", data, record)
        if name in _FAMILY and platform == 3 and length >= len(new):
            at = table + strings + offset
            data[at : at + len(new)] = new
            struct.pack_into(">H", data, record + 8, len(new))
    return bytes(data)


def _table(data: bytes, tag: bytes) -> int:
    """Where a table of the font begins."""
    for place in range(12, 12 + 16 * struct.unpack_from(">H", data, 4)[0], 16):
        if data[place : place + 4] == tag:
            return int(struct.unpack_from(">I", data, place + 8)[0])
    raise LookupError(tag)
