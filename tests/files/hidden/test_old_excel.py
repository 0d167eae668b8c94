"""Excel 97 to 2003: sheets, rows, columns, comments."""

from __future__ import annotations

import random
import struct

import pytest

from gongkai.files.hidden.look import hidden_data
from gongkai.files.hidden.old_excel import excel_hits
from gongkai.values.errors import Refused
from tests.files.hidden.slide_samples import FIXTURES


def record(number: int, body: bytes = b"") -> bytes:
    """One record of the stream."""
    return struct.pack("<HH", number, len(body)) + body


@pytest.mark.parametrize("kind", ["hidden_sheet", "hidden_row", "hidden_column", "comment"])
def test_each_is_told(kind: str) -> None:
    hits = hidden_data("a.xls", (FIXTURES / f"dirty-{kind}.xls").read_bytes())
    assert [(h.kind, h.count) for h in hits] == [(kind, 1)]


def test_a_hidden_row_of_another_sheet_hides_nothing_here() -> None:
    start, hidden = record(0x809, bytes(8)), record(0x208, struct.pack("<H", 4) + bytes(10) + b"\x20\0\0\0")
    value = record(0x203, struct.pack("<HHH", 4, 0, 0) + bytes(8))
    assert [h.kind for h in excel_hits(start + hidden + value)] == ["hidden_row"]
    assert list(excel_hits(start + hidden + start + value)) == []


@pytest.mark.parametrize(
    "book",
    [
        b"",
        bytes(20),
        record(0x809, bytes(8)) + record(0x2F, bytes(4)),
        record(0x809, bytes(8)) + b"\x85\0\xff\xff",
    ],
)
def test_a_password_or_a_broken_stream_is_refused(book: bytes) -> None:
    with pytest.raises(Refused):
        list(excel_hits(book))


def test_noise_never_breaks_it() -> None:
    data = (FIXTURES / "dirty-hidden_row.xls").read_bytes()
    chance = random.Random(6)
    for _ in range(40):
        noisy = bytearray(data)
        for _ in range(60):
            noisy[chance.randrange(512, len(noisy))] = chance.randrange(256)
        assert isinstance(hidden_data("a.xls", bytes(noisy)), tuple)
