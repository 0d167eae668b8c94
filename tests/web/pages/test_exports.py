"""Downloads carry their official name in a header that cannot be broken."""

from __future__ import annotations

from gongkai.web.pages.exports import csv_answer, download, xlsx_answer


def test_a_chinese_name() -> None:
    response = download(b"x", "台账 2026.csv", "text/csv")
    said = response.headers["Content-Disposition"]
    assert said == "attachment; filename=\"2026.csv\"; filename*=UTF-8''%E5%8F%B0%E8%B4%A6%202026.csv"


def test_no_line_can_be_broken() -> None:
    said = download(b"x", 'a"\r\nSet-Cookie: b.csv', "text/csv").headers["Content-Disposition"]
    assert "\r" not in said
    assert "\n" not in said


def test_both_kinds() -> None:
    assert csv_answer("表", ["甲"], [[1]]).content.startswith(b"\xef\xbb\xbf")
    assert xlsx_answer("表", ["甲"], [[1]]).content.startswith(b"PK")
