"""The layout of pictures: segments, chunks, tags; broken ones are refused, endless ones end."""

from __future__ import annotations

import struct
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.files.pictures import directories, jpeg_segments, png_chunks, tiff_tags, webp_chunks
from gongkai.values.errors import Refused
from tests.files.hidden.picture_samples import drawn, jpeg, png, tiff


def test_segments_and_chunks_cover_the_file_without_gap() -> None:
    for data in (
        jpeg(),
        jpeg(maker="X", gps=True),
        jpeg(progressive=True, size=(300, 200)),
        jpeg(restart_marker_rows=1, size=(300, 200)),
    ):
        spans = [(start, stop) for _, start, stop in jpeg_segments(data)]
        assert [a for a, _ in spans] == [0, *(b for _, b in spans[:-1])]
        assert spans[-1][1] == len(data)
    chunks = list(png_chunks(png(words="李")))
    assert chunks[0][0] == b"IHDR"
    assert chunks[-1][0] == b"IEND"
    assert next(name for name, _ in webp_chunks(drawn("WEBP"))) in (b"VP8 ", b"VP8L")


def test_tags_of_all_directories() -> None:
    tags = tiff_tags(tiff(maker="Maker"))
    assert tags[0x010F].rstrip(b"\0") == b"Maker"
    assert tags[0x0100] in (struct.pack("<H", 24), struct.pack("<L", 24))


def test_an_endless_chain_ends() -> None:
    ring = b"II*\0" + struct.pack("<L", 8) + struct.pack("<H", 0) + struct.pack("<L", 8)
    assert list(directories(ring)) == [(8, [])]


@pytest.mark.parametrize(
    ("read", "data"),
    [
        (jpeg_segments, jpeg()[:-40]),
        (jpeg_segments, b"GIF"),
        (jpeg_segments, b"\xff\xd8\xff\xe1\x00\x00"),
        (png_chunks, png()[:-5]),
        (webp_chunks, drawn("WEBP")[:-8]),
        (directories, b"II*\0\xff\xff\0\0"),
        (directories, b"nothing at all"),
    ],
)
def test_broken_ones_are_refused(read: Callable[[bytes], object], data: bytes) -> None:
    with pytest.raises(Refused):
        list(read(data))  # type: ignore[call-overload]


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_noise_gives_an_answer_or_a_refusal(draw: st.DataObject) -> None:
    makes: list[tuple[Callable[[bytes], object], bytes]] = [
        (jpeg_segments, jpeg(maker="X", gps=True)), (png_chunks, png(maker="X")), (directories, tiff(maker="X", gps=True)),
    ]  # fmt: skip
    read, data = draw.draw(st.sampled_from(makes))
    noisy = bytearray(data)
    for at, value in draw.draw(
        st.lists(st.tuples(st.integers(0, len(data) - 1), st.integers(0, 255)), max_size=8)
    ):
        noisy[at] = value
    with suppress(Refused):
        assert list(read(bytes(noisy))) is not None  # type: ignore[call-overload]
