"""Text comes out of bytes in every encoding that offices use."""

from __future__ import annotations

import pytest

from gongkai.files.encodings import decode, decode_counted

TEXT = "甲县某局2024年政府信息公开工作年度报告\r\n一、总体情况\r\n新收 12 件，“镕”字在内。\r\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_round_trip(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_big_endian_with_a_mark() -> None:
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be")) == TEXT


def test_big5_only_where_the_page_declares_it() -> None:
    page = '<meta charset="big5"><p>政府資訊公開</p>'
    assert decode(page.encode("big5")) == page
    assert decode(page.replace("big5", "gbk").encode("big5")) != page


def test_a_false_declaration_does_not_matter() -> None:
    page = '<meta charset="gb2312"><p>总体情况</p>'
    assert decode(page.encode("utf-8")) == page
    assert decode(page.replace("gb2312", "utf-8").encode("gb18030")) == page.replace("gb2312", "utf-8")


def test_a_few_broken_bytes_leave_utf8_as_utf8_and_are_counted() -> None:
    data = TEXT.encode() + b"\xe5\x85" + TEXT.encode()
    decoded = decode_counted(data)
    assert decoded.encoding == "utf-8"
    assert decoded.replaced == 1
    assert decoded.text.count("总体情况") == 2


def test_lost_characters_of_gb18030_are_counted() -> None:
    assert decode_counted("总体情况".encode("gb18030") + b"\xff").replaced == 1


@pytest.mark.parametrize(
    "data", [b"", b"\xff", b"\xff\xfe", b"\x00" * 9, bytes(range(256)) * 7, b"\x84\x31\x95\x33\x81"]
)
def test_never_raises(data: bytes) -> None:
    assert isinstance(decode(data), str)


def test_zero_bytes_alone_do_not_make_utf16() -> None:
    assert decode_counted(b"abc\x00\x00\x00\x00def12345").encoding == "utf-8"
