"""Kinds are told by content, names are only hints."""

from __future__ import annotations

import pytest

from gongkai.files.sniff import Kind, mismatch, sniff
from gongkai.values.errors import FileError
from tests.files.test_archives import packed

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\nstartxref\n9\n%%EOF\n"
WORD = packed({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<d/>"})
SHEET = packed({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<w/>"})


def ole(*streams: str) -> bytes:
    """As much of an OLE file as its directory shows: a header, names of streams at multiples of 128."""
    entries = b"".join(name.encode("utf-16-le").ljust(128, b"\x00") for name in ("Root Entry", *streams))
    return OLE.ljust(512, b"\x00") + entries.ljust(1024, b"\x00")


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.html", "<!DOCTYPE html><p>总体情况</p>".encode(), Kind.HTML),
        ("a.txt", "<table><tr><td>规章</td></tr></table>".encode("gb18030"), Kind.HTML),
        ("a", "<div>总体情况</div>".encode("utf-16"), Kind.HTML),
        ("a.docx", WORD, Kind.DOCX),
        ("a.doc", WORD, Kind.DOCX),
        ("a.wps", ole("WordDocument"), Kind.DOC),
        ("a.docx", ole("WordDocument"), Kind.DOC),
        ("a.pdf", PDF, Kind.PDF),
        ("a.txt", b"\n\n" + PDF, Kind.PDF),
        ("a.xlsx", SHEET, Kind.XLSX),
        ("a.md", "# 报告\n\n| 规章 | 1<br>2 |\n|---|---|\n".encode(), Kind.MD),
        ("a", "报告\n\n| 规章 | 1 |\n|---|---|\n".encode(), Kind.MD),
        ("a.txt", "一、总体情况\n".encode(), Kind.TXT),
        ("a.pdf", "一、总体情况\n".encode("gb18030"), Kind.TXT),
        ("a.json", b'{"schema": "x"}', Kind.JSON),
        ("a.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 20, Kind.IMAGE),
        ("a.jpg", b"\xff\xd8\xff\xe0" + b"\0" * 20, Kind.IMAGE),
        ("a.webp", b"RIFF\x10\0\0\0WEBPVP8 ", Kind.IMAGE),
    ],
)
def test_kind(name: str, data: bytes, kind: Kind) -> None:
    assert sniff(name, data) is kind


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.docx", b"", "empty"),
        ("a.html", b"\xef\xbb\xbf \r\n", "empty"),
        ("a.pdf", b"\x00" * 5000, "empty"),
        ("a.docx", b"MZ\x90\x00\x03" + b"\x00" * 300, "program"),
        ("a.pdf", b"\x7fELF\x02\x01\x01\x00" + b"\x00" * 300, "program"),
        ("a.docx", bytes(range(256)) * 20, "unknown_type"),
        ("a.zip", packed({"报告.docx": WORD}), "archive"),
        ("a.rar", b"Rar!\x1a\x07\x00" + b"\0" * 40, "archive"),
        ("a.docx", ole("EncryptionInfo", "EncryptedPackage"), "encrypted"),
        ("a.xls", ole("Workbook"), "old_excel"),
        ("a.ppt", ole("PowerPoint Document"), "presentation"),
        ("a.bin", ole("Other"), "unknown_type"),
        ("a.doc", OLE + b"\x00" * 100, "damaged"),
        ("a.ofd", packed({"OFD.xml": b"<ofd/>"}), "ofd"),
        ("a.odt", packed({"content.xml": b"<c/>", "META-INF/manifest.xml": b"<m/>"}), "odf"),
        ("a.pptx", packed({"ppt/presentation.xml": b"<p/>"}), "presentation"),
        ("a.rtf", b"{\\rtf1\\ansi text}", "rtf"),
        ("a.mht", b"MIME-Version: 1.0\nContent-Type: multipart/related\n", "mht"),
        ("a.doc", b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w/>', "office_xml"),
        ("a.pdf", PDF.replace(b"startxref", b"startxxxx"), "damaged"),
        ("a.docx", WORD[:-30], "damaged"),
    ],
)
def test_refusals_have_a_code_and_one_line(name: str, data: bytes, code: str) -> None:
    with pytest.raises(FileError) as caught:
        sniff(name, data)
    assert caught.value.code == code
    assert caught.value.message.endswith("。")
    assert "\n" not in caught.value.message


def test_a_wrong_extension_is_noted_and_a_right_one_is_not() -> None:
    assert "docx" in (mismatch("年报.pdf", Kind.DOCX) or "")
    for name, kind in (
        ("a.DOCX", Kind.DOCX),
        ("a.wps", Kind.DOC),
        ("a.csv", Kind.TXT),
        ("无扩展名", Kind.HTML),
    ):
        assert mismatch(name, kind) is None
