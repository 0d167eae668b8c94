"""Hidden data of pictures: place and time of the shot, device, comments, what stands behind the end."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from gongkai.files.hidden.hit import Hit
from gongkai.files.pictures import jpeg_segments, png_chunks, tiff_tags, webp_chunks

GPS, ORIENTATION = 0x8825, 0x0112
DATES_AND_DEVICES = {
    0x010E, 0x010F, 0x0110, 0x0131, 0x0132, 0x013B, 0x013C, 0x02BC, 0x4746, 0x8298, 0x83BB, 0x8649, 0x8769,
    0x9C9B, 0x9C9C, 0x9C9D, 0x9C9E, 0x9C9F, 0xC614, 0xC62F, 0xEA1C,
}  # fmt: skip
"""Tags of TIFF and EXIF that tell of people, devices, times; not those that a picture needs to be drawn."""
_PNG_TEXT = {b"tEXt", b"zTXt", b"iTXt", b"tIME"}


def hits(data: bytes) -> Iterator[Hit]:
    """The hits of a JPEG, PNG, TIFF, WEBP or GIF; raises Refused where the picture is broken."""
    if data.startswith(b"\xff\xd8"):
        yield from _jpeg(data)
    elif data.startswith(b"\x89PNG"):
        yield from _png(data)
    elif data[:4] in (b"II*\x00", b"MM\x00*"):
        yield from tiff_hits(data)
    elif data[:4] == b"RIFF":
        for name, content in webp_chunks(data):
            if name == b"EXIF":
                yield from tiff_hits(content.removeprefix(b"Exif\0\0"))
            elif name == b"XMP ":
                yield Hit("image_data")
    elif data.startswith(b"GIF8") and (b"XMP DataXMP" in data or b"\x00\x21\xfe" in data):
        yield Hit("image_data")


def tiff_hits(block: bytes) -> Iterator[Hit]:
    """The hits of a TIFF file or of an EXIF block, which is built alike."""
    tags = set(tiff_tags(block))
    if GPS in tags:
        yield Hit("image_location")
    if tags & DATES_AND_DEVICES:
        yield Hit("image_data")


def _jpeg(data: bytes) -> Iterator[Hit]:
    end = 0
    for marker, start, stop in jpeg_segments(data):
        content = data[start + 4 : stop] if marker not in (0xD8, 0xD9) else b""
        if marker == 0xE1 and content.startswith(b"Exif\0\0"):
            yield from tiff_hits(content[6:])
        elif marker in (0xE1, 0xED) or (marker == 0xFE and content.strip(b"\0 ")):
            yield Hit("image_data")
        elif marker == 0xE0 and content.startswith(b"JFXX"):
            yield Hit("thumbnail")
        elif marker == 0xE2 and content.startswith(b"MPF\0"):
            yield Hit("image_data")
        end = stop
    rest = data[end:].strip(b"\0")
    if rest:
        # phones write a second, smaller picture behind the first
        yield Hit("trailing_data", lightened=rest.startswith(b"\xff\xd8"))


def _png(data: bytes) -> Iterator[Hit]:
    end = 0
    for name, start, stop in png_chunks(data):
        if name == b"eXIf":
            yield from tiff_hits(data[start + 8 : stop - 4])
        elif name in _PNG_TEXT:
            yield Hit("image_data")
        end = stop
    if data[end:].strip(b"\0"):
        yield Hit("trailing_data")


def orientation(block: bytes) -> int:
    """The orientation that an EXIF block states, 1 to 8; 1 (upright) where it states none."""
    raw = tiff_tags(block).get(ORIENTATION, b"")
    order = "<" if block[:2] == b"II" else ">"
    value = struct.unpack(f"{order}H", raw[:2])[0] if len(raw) >= 2 else 1
    return value if 1 <= value <= 8 else 1
