"""How JPEG, PNG, WEBP and TIFF are laid out: segments, chunks, tags. Nothing is decoded."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from gongkai.files.archives import damaged

_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
"""Bytes of one value, by the type of a TIFF tag."""
POINTERS = (0x8769, 0x8825, 0xA005, 0x014A)
"""Tags whose value is the place of another directory: EXIF, GPS, interoperability, sub-images."""
_MOST_TAGS = 2000


def jpeg_segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Marker, start and end of each segment up to the end of the picture.

    A scan's segment includes the coded data after it. Raises Refused (``damaged``) where the chain breaks.
    """
    if data[:2] != b"\xff\xd8":
        raise damaged()
    yield 0xD8, 0, 2
    at = 2
    while True:
        while data[at : at + 2] == b"\xff\xff":
            at += 1
        if at + 2 > len(data) or data[at] != 0xFF:
            raise damaged()
        marker = data[at + 1]
        if marker == 0xD9:
            yield marker, at, at + 2
            return
        if at + 4 > len(data):
            raise damaged()
        stop = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if marker == 0xDA:
            stop = _end_of_scan(data, stop)
        if stop > len(data) or stop < at + 4:
            raise damaged()
        yield marker, at, stop
        at = stop


def _end_of_scan(data: bytes, at: int) -> int:
    """Where the next marker stands that is neither a stuffed byte nor a restart."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            raise damaged()
        if data[at + 1] == 0 or 0xD0 <= data[at + 1] <= 0xD7:
            at += 2
        elif data[at + 1] == 0xFF:
            at += 1
        else:
            return at


def png_chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Name, start and end of each chunk up to IEND; raises Refused (``damaged``) where the chain breaks."""
    at = 8
    while True:
        length = int.from_bytes(data[at : at + 4], "big")
        name, stop = data[at + 4 : at + 8], at + 12 + length
        if len(name) < 4 or stop > len(data):
            raise damaged()
        yield name, at, stop
        if name == b"IEND":
            return
        at = stop


def webp_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Name and content of each chunk of a WEBP; raises Refused (``damaged``) where the chain breaks."""
    at = 12
    while at + 8 <= len(data):
        length = int.from_bytes(data[at + 4 : at + 8], "little")
        if at + 8 + length > len(data):
            raise damaged()
        yield data[at : at + 4], data[at + 8 : at + 8 + length]
        at += 8 + length + length % 2


def directories(block: bytes) -> Iterator[tuple[int, list[tuple[int, int, int, int]]]]:
    """The directories of a TIFF or EXIF block: their place, and for each tag (number, entry, value, bytes).

    ``entry`` is where the 12 bytes of the tag stand, ``value`` where its value stands. Sub-directories follow
    their parent. Raises Refused (``damaged``) for places outside the block, and for endless chains.
    """
    order = {b"II": "<", b"MM": ">"}.get(block[:2])
    if order is None or len(block) < 8:
        raise damaged()
    waiting, seen, total = [struct.unpack_from(f"{order}L", block, 4)[0]], set(), 0
    while waiting:
        at = waiting.pop(0)
        if at == 0 or at in seen:
            continue
        seen.add(at)
        try:
            count = struct.unpack_from(f"{order}H", block, at)[0]
            tags = [_tag(block, order, at + 2 + 12 * n) for n in range(count)]
            following = block[at + 2 + 12 * count : at + 6 + 12 * count]
        except struct.error as error:
            raise damaged(error) from error
        total += count
        if total > _MOST_TAGS:
            raise damaged()
        yield at, tags
        for number, _, value, size in tags:
            if number in POINTERS:
                places = block[value : value + size]
                waiting += (p[0] for p in struct.iter_unpack(f"{order}L", places[: len(places) // 4 * 4]))
        if len(following) == 4:
            waiting.append(struct.unpack(f"{order}L", following)[0])


def _tag(block: bytes, order: str, entry: int) -> tuple[int, int, int, int]:
    number, kind, count = struct.unpack_from(f"{order}HHL", block, entry)
    size = _SIZES.get(kind, 1) * count
    value = entry + 8 if size <= 4 else struct.unpack_from(f"{order}L", block, entry + 8)[0]
    return number, entry, value, size


def tiff_tags(block: bytes) -> dict[int, bytes]:
    """Every tag of every directory with the bytes of its value."""
    return {
        number: block[value : value + size]
        for _, tags in directories(block)
        for number, _, value, size in tags
    }
