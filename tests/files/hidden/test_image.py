"""Pictures: place, people and devices, what stands behind the end."""

from __future__ import annotations

from gongkai.files.hidden.image import hits, orientation, tiff_hits
from tests.files.hidden.picture_samples import _exif, jpeg, png, tiff


def found(data: bytes) -> set[str]:
    """The kinds of all hits."""
    return {h.kind for h in hits(data)}


def test_place_and_device_are_two_things() -> None:
    for made in (jpeg, png, tiff):
        assert found(made(gps=True, maker="X")) == {"image_location", "image_data"}
        assert found(made(gps=True)) == {"image_location"}
        assert found(made(maker="X")) == {"image_data"}
        assert found(made()) == set()


def test_a_second_picture_behind_the_first_is_a_notice_and_other_data_blocks() -> None:
    assert [h.weight.value for h in hits(jpeg() + jpeg())] == ["notice"]
    assert [h.weight.value for h in hits(jpeg() + b"PK\x03\x04")] == ["blocks"]


def test_orientation_is_no_secret() -> None:
    block = _exif(False, "", 6).removeprefix(b"Exif\0\0")
    assert orientation(block) == 6
    assert list(tiff_hits(block)) == []
    assert orientation(_exif(False, "X", 0).removeprefix(b"Exif\0\0")) == 1
