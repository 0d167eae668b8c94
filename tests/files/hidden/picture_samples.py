"""Pictures with and without hidden data, drawn for the tests."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image, PngImagePlugin, TiffImagePlugin

GPS, MAKER, SOFTWARE, ORIENTATION, ARTIST = 0x8825, 0x010F, 0x0131, 0x0112, 0x013B


def _exif(gps: bool, maker: str, turned: int) -> bytes:
    exif = Image.Exif()
    if maker:
        exif[MAKER] = maker
        exif[ARTIST] = "李四四"
        exif.get_ifd(0x8769)[0x9003] = "2026:01:01 00:00:00"
    if turned:
        exif[ORIENTATION] = turned
    if gps:
        exif.get_ifd(GPS).update({1: "N", 2: (31.0, 14.0, 5.0), 3: "E", 4: (121.0, 28.0, 1.0)})
    return exif.tobytes()


def drawn(form: str, size: tuple[int, int] = (24, 16), **more: Any) -> bytes:
    """A picture of a few colours in that format."""
    picture = Image.new("RGB", size, (200, 30, 30))
    for x in range(size[0] // 2):
        picture.putpixel((x, x % size[1]), (10, 200, x % 256))
    made = io.BytesIO()
    picture.save(made, form, **more)
    return made.getvalue()


def jpeg(gps: bool = False, maker: str = "", turned: int = 0, **more: Any) -> bytes:
    """A JPEG, with EXIF data where asked."""
    if gps or maker or turned:
        more["exif"] = _exif(gps, maker, turned)
    return drawn("JPEG", **more)


def png(gps: bool = False, maker: str = "", turned: int = 0, words: str = "", **more: Any) -> bytes:
    """A PNG, with EXIF data or a text chunk where asked."""
    if gps or maker or turned:
        more["exif"] = _exif(gps, maker, turned)
    if words:
        more["pnginfo"] = PngImagePlugin.PngInfo()
        more["pnginfo"].add_itxt("Author", words)
    return drawn("PNG", **more)


def tiff(gps: bool = False, maker: str = "", **more: Any) -> bytes:
    """A TIFF, with tags of people and place where asked."""
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    if maker:
        tags[MAKER], tags[ARTIST] = maker, "Li Sisi"
    if gps:
        place = TiffImagePlugin.ImageFileDirectory_v2()
        place[1], place[2] = "N", (31.0, 14.0, 5.0)
        tags[GPS] = dict(place)
    return drawn("TIFF", tiffinfo=tags, **more)


XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>\xe6\x9d\x8e</a></x:xmpmeta>'


def dirty_pictures() -> dict[str, tuple[str, str, bytes]]:
    """Pictures, each with one hidden thing: what the hit is called, a file name, the bytes."""
    return {
        "jpeg gps": ("image_location", "a.jpg", jpeg(gps=True)),
        "jpeg device": ("image_data", "a.jpg", jpeg(maker="某牌")),
        "jpeg xmp": ("image_data", "a.jpg", drawn("JPEG", xmp=XMP)),
        "jpeg comment": ("image_data", "a.jpg", drawn("JPEG", comment="李四四摄")),
        "jpeg second picture": ("trailing_data", "a.jpg", jpeg() + jpeg()),
        "jpeg with text behind": ("trailing_data", "a.jpg", jpeg() + "内部".encode()),
        "png gps": ("image_location", "a.png", png(gps=True)),
        "png device": ("image_data", "a.png", png(maker="某牌")),
        "png words": ("image_data", "a.png", png(words="李四四")),
        "png with text behind": ("trailing_data", "a.png", png() + b"secret"),
        "tiff gps": ("image_location", "a.tif", tiff(gps=True)),
        "tiff device": ("image_data", "a.tif", tiff(maker="某牌")),
        "webp gps": ("image_location", "a.webp", drawn("WEBP", exif=_exif(True, "", 0))),
        "webp xmp": ("image_data", "a.webp", drawn("WEBP", xmp=XMP)),
        "gif comment": ("image_data", "a.gif", drawn("GIF", comment=b"lisi")),
        "half a jpeg": ("unreadable", "a.jpg", jpeg()[:200]),
        "half a png": ("unreadable", "a.png", png()[:50]),
    }


def clean_pictures() -> list[tuple[str, bytes]]:
    """Pictures without hidden data; one is turned, which is no secret."""
    return [
        ("a.jpg", jpeg()),
        ("a.jpg", jpeg(turned=6)),
        ("a.jpg", jpeg(progressive=True)),
        ("a.jpg", jpeg(dpi=(300, 300))),
        ("a.jpg", jpeg(size=(400, 300), quality=95)),
        ("a.png", png()),
        ("a.png", png(turned=3)),
        ("a.png", png(dpi=(300, 300))),
        ("a.png", png(size=(300, 300))),
        ("a.tif", drawn("TIFF")),
        ("a.tif", drawn("TIFF", compression="tiff_lzw")),
        ("a.webp", drawn("WEBP")),
        ("a.gif", drawn("GIF")),
        ("a.bmp", drawn("BMP")),
    ]
