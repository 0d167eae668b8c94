"""From bytes to text, for files whose encoding nobody wrote down or wrote down wrongly.

Order: byte order mark; UTF-16 without a mark (told by where the zero bytes stand); UTF-8; then what the page
declares (Big5 is the only one that makes a difference); else GB18030, which holds all of GBK and GB2312.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

REPLACEMENT = "\ufffd"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_-]{3,20})""", re.IGNORECASE)
_HEAD = 4096
_LIKELY = re.compile("[\t\r\n -~\u00b7\u2010-\u2030\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
_BIG5 = {"big5", "big5-hkscs", "x-x-big5", "cn-big5"}


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding it was read in, and how many characters could not be read and stand as U+FFFD."""

    text: str
    encoding: str
    replaced: int


def decode(data: bytes) -> str:
    """The text of ``data``; never raises. See :func:`decode_counted` for what was lost."""
    return decode_counted(data).text


def decode_counted(data: bytes) -> Decoded:
    """The text of ``data`` with its encoding and the number of characters that were lost."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _read(data[len(mark) :], encoding)
    wide = _utf16_without_mark(data)
    if wide:
        return _read(data, wide)
    try:
        return Decoded(data.decode("utf-8"), "utf-8", 0)
    except UnicodeDecodeError:
        return _not_clean_utf8(data)


def _not_clean_utf8(data: bytes) -> Decoded:
    """A UTF-8 text with a few broken bytes stays UTF-8 (GB18030 would read nonsense without complaint)."""
    utf8 = _read(data, "utf-8")
    good = sum(1 for character in utf8.text if character > "\x7f") - utf8.replaced
    if utf8.replaced * 5 < good:
        return utf8
    declared = _DECLARED.search(data[:_HEAD])
    if declared and declared.group(1).decode("ascii").lower() in _BIG5:
        return _read(data, "big5hkscs")
    return _read(data, "gb18030")


def _read(data: bytes, encoding: str) -> Decoded:
    """Decode with replacement, counting what the decoder replaced."""
    text = data.decode(encoding, "replace")
    return Decoded(text, encoding, text.count(REPLACEMENT))


def _utf16_without_mark(data: bytes) -> str | None:
    """Digits, blanks and line ends put a zero byte on one side of each pair: the high byte's side."""
    sample = data[: _HEAD * 4]
    zeros = sample.count(0)
    if zeros < 2 or zeros * 100 < len(sample) or len(data) % 2:
        return None
    odd = sample[1::2].count(0)
    even = zeros - odd  # not none in little endian: the character 一 has a zero low byte
    if min(odd, even) * 2 > max(odd, even):
        return None
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    text = sample[: len(sample) // 2 * 2].decode(encoding, "replace")
    return encoding if len(_LIKELY.findall(text)) * 10 >= len(text) * 9 else None
