"""What the office packages share: relationships, properties, stray parts."""

from __future__ import annotations

import pytest

from gongkai.files.hidden.parts import Package, filled, shared_hits
from gongkai.files.limits import Limits
from gongkai.values.errors import Refused
from tests.files.hidden.office_samples import book, related, repacked, text


def kinds(data: bytes, visible: str = "") -> set[str]:
    """The kinds that the shared part finds."""
    return {hit.kind for hit in shared_hits(Package(data, Limits()), visible, lambda *_: ())}


def test_relationships_are_followed_from_the_package() -> None:
    package = Package(book(), Limits())
    assert "xl/worksheets/sheet1.xml" in package.reached
    assert ("officeDocument", "xl/workbook.xml", False) in package.relations("")
    assert package.relations("xl/nowhere.xml") == []
    assert "xl/worksheets/sheet1.xml" in package.by_id("xl/workbook.xml").values()


def test_an_endless_ring_of_relationships_ends() -> None:
    ring = related(book(), "xl/worksheets/sheet1.xml", "x", "xl/workbook.xml", None)
    ring = related(ring, "xl/worksheets/sheet1.xml", "officeDocument", "xl/extra.xml", b"<a/>")
    assert (
        "xl/extra.xml"
        in Package(related(ring, "xl/extra.xml", "y", "xl/extra2.xml", b"<a/>"), Limits()).reached
    )


def test_a_part_that_nothing_leads_to_is_stray() -> None:
    assert kinds(repacked(text(), {"word/old.xml": b"<a/>"})) == {"stray_part"}
    assert kinds(related(text(), "word/document.xml", "x", "word/old.xml", b"<a/>")) == set()


def test_links_out_of_the_file() -> None:
    for target in ("file:///C:/a.xlsx", "\\\\server\\share\\a.docx", "D:\\a.docx"):
        assert kinds(related(text(), "word/document.xml", "hyperlink", target, None)) == {"local_path"}
    assert kinds(related(text(), "word/document.xml", "hyperlink", "https://a.example/", None)) == set()


def test_another_main_part_is_damaged() -> None:
    package = Package(repacked(text(), {"word/document.xml": b"<a/>"}), Limits())
    with pytest.raises(Refused):
        package.refuse_unless("word/document.xml", "document")
    package.refuse_unless("xl/workbook.xml", "workbook")


def test_what_counts_as_filled() -> None:
    assert filled("creator", "李四四", "")
    assert not filled("creator", " ", "")
    assert not filled("creator", "WPS Office", "")
    assert not filled("title", "通 知", "关于测试的通知")
    assert filled("title", "名单", "关于测试的通知")
