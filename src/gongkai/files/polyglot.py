"""Files that are two things at once: a picture or PDF that is also a zip, a package with something appended.

Such a file passes one program as harmless and is opened by another as something else. No office program
writes one, so it is refused.
"""

from __future__ import annotations

import re

from gongkai.files.pictures import jpeg_segments, png_chunks
from gongkai.files.sniff import Kind
from gongkai.values.errors import Refused

_END, _LOCATOR, _ENTRY = b"PK\x05\x06", b"PK\x06\x07", b"PK\x01\x02"
_WINDOW = 65_557
"""The end record of a zip and its longest comment."""
_PACKAGES = (Kind.ZIP, Kind.DOCX, Kind.XLSX, Kind.PPTX, Kind.OFD)
_OLD = (Kind.DOC, Kind.XLS, Kind.PPT)
_BLANK = b"\0\r\n\t \x0c"
_SENTENCE = (
    "这个文件同时是两种文件（内容之外还拼接了{what}），可能是伪装的，没有收下。"
    "请用原来的软件打开后另存一份再传。"
)


def refuse_polyglot(kind: Kind, data: bytes) -> None:
    """Raise Refused (``polyglot``) where a file of ``kind`` carries a second nature; else return."""
    if kind in _PACKAGES:
        what = _around_package(data)
    elif kind is Kind.PDF:
        what = _around_pdf(data)
    elif kind in _OLD:
        # an embedded new office file is a zip inside an old one; appended is only what reaches the very end
        place = _directory(data)
        what = "压缩包" if place is not None and place >= len(data) - 1 else None
    else:
        what = "压缩包" if _directory(data) is not None else None
        if what is None and kind is Kind.IMAGE:
            what = _behind_picture(data)
    if what is not None:
        raise Refused("polyglot", _SENTENCE.format(what=what))


def _directory(data: bytes) -> int | None:
    """Where a zip that programs would find by its end record ends; None without one."""
    at = data.rfind(_END, max(0, len(data) - _WINDOW))
    if at < 0 or at + 22 > len(data):
        return None
    size = int.from_bytes(data[at + 12 : at + 16], "little")
    start = at - size
    if start < 0 or (size and data[start : start + 4] != _ENTRY):
        return None
    return at + 22 + int.from_bytes(data[at + 20 : at + 22], "little")


def _around_package(data: bytes) -> str | None:
    at = data.rfind(_END)
    if at < 0 or at + 22 > len(data):
        return None  # opening it has refused it already
    end = at + 22 + int.from_bytes(data[at + 20 : at + 22], "little")
    if data[end:].strip(_BLANK):
        return "其他内容"
    size, offset = (int.from_bytes(data[at + p : at + p + 4], "little") for p in (12, 16))
    if data[at - 20 : at - 16] == _LOCATOR:  # sizes stand in the record of large archives
        return None
    return "其他内容" if size + offset != at else None


def _around_pdf(data: bytes) -> str | None:
    if not data.lstrip(_BLANK).removeprefix(b"\xef\xbb\xbf").startswith(b"%PDF-"):
        return "其他内容"
    place = _directory(data)
    if place is not None and b"endstream" not in data[min(place, len(data)) :]:
        return "压缩包"
    behind = data[data.rfind(b"%%EOF") + 5 :] if b"%%EOF" in data else b""
    return (
        "网页或者程序"
        if re.search(rb"(?i)<(?:script|html|\?php)|MZ\x90|\x7fELF|PK\x03\x04", behind)
        else None
    )


def _behind_picture(data: bytes) -> str | None:
    if data.startswith(b"\xff\xd8"):
        end = max(stop for _, _, stop in jpeg_segments(data))
    elif data.startswith(b"\x89PNG"):
        end = max(stop for _, _, stop in png_chunks(data))
    else:
        return None
    rest = data[end:].strip(b"\0")
    # phones write a second, smaller picture, and makers their own notes, behind the first
    return "其他内容" if rest and re.match(rb"(?is)<|\s*<|PK|%PDF|MZ|\x7fELF|Rar!|#!", rest) else None
