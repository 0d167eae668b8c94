"""Pictures for publication: nothing about people, places and devices is left, every pixel is (check C20)."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageOps

from gongkai.files.hidden.image import hits
from gongkai.files.strip import stripped
from gongkai.values.errors import Refused
from tests.files.hidden.picture_samples import _exif, clean_pictures, dirty_pictures, drawn, jpeg, png, tiff

SECRETS = (b"Li Sisi", b"lisi", "李四四".encode(), b"Maker 7", b"2026:01:01", "内部".encode(), b"secret")
DIRTY = {
    name: data
    for name, (kind, _, data) in dirty_pictures().items()
    if kind != "unreadable" and not name.startswith("gif")
} | {
    "jpeg everything": jpeg(gps=True, maker="Maker 7", turned=8, comment="lisi") + b"secret",
    "png everything": png(gps=True, maker="Maker 7", turned=6, words="Li Sisi") + b"secret",
    "tiff everything": tiff(gps=True, maker="Maker 7"),
    "tiff packed": tiff(maker="Maker 7", compression="tiff_lzw"),
    "webp everything": drawn("WEBP", exif=_exif(True, "Maker 7", 0), xmp=b"<x>lisi</x>"),
    "progressive": jpeg(gps=True, maker="Maker 7", progressive=True, size=(200, 200)),
}


def pixels(data: bytes) -> bytes:
    """The picture as a person sees it, turned as it says."""
    return ImageOps.exif_transpose(Image.open(io.BytesIO(data))).convert("RGB").tobytes()


@pytest.mark.parametrize("case", DIRTY)
def test_nothing_is_left_and_every_pixel_is(case: str) -> None:
    data = DIRTY[case]
    assert list(hits(data)), "the sample must carry something"
    made = stripped(data)
    assert list(hits(made)) == []
    assert [secret for secret in SECRETS if secret in made] == []
    assert pixels(made) == pixels(data)
    assert stripped(made) == made


@pytest.mark.parametrize("case", DIRTY)
def test_a_second_reader_finds_nothing_either(case: str) -> None:
    exif = Image.open(io.BytesIO(stripped(DIRTY[case]))).getexif()
    assert dict(exif.get_ifd(0x8825)) == {}
    assert dict(exif.get_ifd(0x8769)) == {}
    assert not {0x010F, 0x0110, 0x013B, 0x0132, 0x0131} & set(exif)


def test_clean_pictures_stay_pictures() -> None:
    for name, data in clean_pictures():
        if name.endswith((".jpg", ".png", ".tif", ".webp")):
            assert pixels(stripped(data)) == pixels(data)


def test_the_turn_and_the_colours_stay() -> None:
    made = stripped(jpeg(maker="Maker 7", turned=6))
    assert Image.open(io.BytesIO(made)).getexif()[0x0112] == 6
    profile = b"ICC " * 50
    for data in (jpeg(maker="X", icc_profile=profile), png(maker="X", icc_profile=profile)):
        assert Image.open(io.BytesIO(stripped(data))).info["icc_profile"] == profile


def test_control_other_formats_are_refused() -> None:
    for data, code in (
        (drawn("GIF"), "not_a_picture"),
        (b"%PDF-1.4", "not_a_picture"),
        (jpeg()[:99], "damaged"),
    ):
        with pytest.raises(Refused) as caught:
            stripped(data)
        assert caught.value.code == code
