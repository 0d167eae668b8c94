"""Pictures without what they tell besides the picture: place, time, device, author, comments.

The pixels are not touched: segments, chunks and tags are left out and the rest is copied byte for byte. Kept
is what a picture needs to be drawn right: colour profile, resolution, and how it is turned.
"""

from __future__ import annotations

import struct
import zlib

from gongkai.files.hidden.image import ORIENTATION, orientation
from gongkai.files.pictures import directories, jpeg_segments, png_chunks, webp_chunks
from gongkai.values.errors import Refused

_PNG_KEPT = {
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"sBIT",
    b"bKGD", b"pHYs", b"acTL", b"fcTL", b"fdAT",
}  # fmt: skip
_TIFF_KEPT = {
    0xFE, 0xFF, 0x100, 0x101, 0x102, 0x103, 0x106, 0x107, 0x108, 0x109, 0x10A, 0x111, 0x112, 0x115, 0x116,
    0x117, 0x118, 0x119, 0x11A, 0x11B, 0x11C, 0x122, 0x123, 0x124, 0x125, 0x128, 0x129, 0x12D, 0x13D,
    0x13E, 0x13F, 0x140, 0x141, 0x142, 0x143, 0x144, 0x145, 0x14C, 0x152, 0x153, 0x154, 0x155, 0x156,
    0x15B, 0x211, 0x212, 0x213, 0x214, 0x8773,
}  # fmt: skip
"""Tags that say how to draw the picture (TIFF 6.0, baseline and extensions; ICC profile)."""
_EXIF_FLAGS = 0x0C
"""Bits of the header of WEBP that announce EXIF and XMP."""


def stripped(data: bytes) -> bytes:
    """The same JPEG, PNG, TIFF or WEBP without data about people, places, times and devices.

    Stripping twice changes nothing more. Raises Refused (``damaged``; ``not_a_picture`` for other formats).
    """
    if data.startswith(b"\xff\xd8"):
        return _jpeg(data)
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return _png(data)
    if data[:4] in (b"II*\x00", b"MM\x00*"):
        return _tiff(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return _webp(data)
    raise Refused("not_a_picture", "只能清除 JPG、PNG、TIF、WEBP 图片的信息。请转换成这几种格式后再试。")


def _upright(block: bytes) -> bytes:
    """An EXIF block that tells only how the picture is turned; empty where it stands upright."""
    turned = orientation(block)
    if turned == 1:
        return b""
    return b"MM\x00*" + struct.pack(">LHHHLHHL", 8, 1, ORIENTATION, 3, 1, turned, 0, 0)


def _jpeg(data: bytes) -> bytes:
    out = []
    for marker, start, stop in jpeg_segments(data):
        content = data[start + 4 : stop]
        if marker == 0xE1 and content.startswith(b"Exif\0\0"):
            if block := _upright(content[6:]):
                out.append(b"\xff\xe1" + struct.pack(">H", len(block) + 8) + b"Exif\0\0" + block)
        elif marker == 0xE0 and content.startswith(b"JFIF\0") and len(content) >= 14:
            out.append(b"\xff\xe0\x00\x10" + content[:12] + b"\0\0")  # without its thumbnail
        elif marker == 0xE2 and content.startswith(b"ICC_PROFILE\0"):
            out.append(data[start:stop])
        elif marker == 0xEE and content.startswith(b"Adobe"):
            out.append(data[start:stop])  # says how the colours are coded
        elif not (0xE0 <= marker <= 0xEF or marker == 0xFE):
            out.append(data[start:stop])
    return b"".join(out)


def _png(data: bytes) -> bytes:
    out = [data[:8]]
    for name, start, stop in png_chunks(data):
        if name in _PNG_KEPT:
            out.append(data[start:stop])
        elif name == b"eXIf" and (block := _upright(data[start + 8 : stop - 4])):
            check = zlib.crc32(name + block)
            out.append(struct.pack(">L", len(block)) + name + block + struct.pack(">L", check))
    return b"".join(out)


def _tiff(data: bytes) -> bytes:
    """In place: the strips of the picture stay where they are, so no offset has to move.

    Tags that are not kept vanish from their directory and their values become zeros; directories of EXIF and
    GPS become zeros altogether.
    """
    made = bytearray(data)
    order = "<" if data[:2] == b"II" else ">"
    pages = _main_directories(data, order)
    for at, tags in directories(data):
        end = at + 2 + 12 * len(tags)
        main = at in pages
        for number, _, value, size in tags:
            if not (main and number in _TIFF_KEPT) and value + size <= len(made):
                made[value : value + size] = bytes(size)
        kept = [data[entry : entry + 12] for number, entry, _, _ in tags if main and number in _TIFF_KEPT]
        following = data[end : end + 4] if main else bytes(4)
        body = struct.pack(f"{order}H", len(kept)) + b"".join(kept) + following
        made[at : end + 4] = body.ljust(end + 4 - at, b"\0")
    return bytes(made)


def _main_directories(data: bytes, order: str) -> set[int]:
    """The directories of the pages: the first and those that follow it, not those that a tag points to."""
    sizes = {at: len(tags) for at, tags in directories(data)}
    out: set[int] = set()
    at = struct.unpack_from(f"{order}L", data, 4)[0]
    while at in sizes and at not in out:
        out.add(at)
        following = data[at + 2 + 12 * sizes[at] : at + 6 + 12 * sizes[at]]
        at = struct.unpack(f"{order}L", following)[0] if len(following) == 4 else 0
    return out


def _webp(data: bytes) -> bytes:
    out = []
    for name, content in webp_chunks(data):
        if name in (b"EXIF", b"XMP "):
            continue
        body = bytes([content[0] & ~_EXIF_FLAGS]) + content[1:] if name == b"VP8X" and content else content
        out.append(name + struct.pack("<L", len(body)) + body + b"\0" * (len(body) % 2))
    whole = b"WEBP" + b"".join(out)
    return b"RIFF" + struct.pack("<L", len(whole)) + whole
