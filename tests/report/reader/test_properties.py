"""The day of publication among the properties of an office file; damaged properties cost nothing."""

from __future__ import annotations

import pytest

from gongkai.files.archives import Archive
from gongkai.report.reader.docx import blocks
from gongkai.report.reader.properties import PART, published_on
from tests.report.reader.office_files import p, packed

HEAD = '<Properties xmlns="urn:p" xmlns:vt="urn:v">'


def properties(*named: tuple[str, str]) -> str:
    """The part with these properties."""
    inner = "".join(
        f'<property name="{name}"><vt:lpwstr>{value}</vt:lpwstr></property>' for name, value in named
    )
    return f"{HEAD}{inner}</Properties>"


@pytest.mark.parametrize("value", ["2025-01-20", "2025-01-20T00:00:00Z"])
def test_the_day_is_found_by_its_name(value: str) -> None:
    part = properties(("发布单位", "2001-01-01"), ("发布日期", value))
    assert published_on(Archive(packed({PART: part}))) == "2025-01-20"


@pytest.mark.parametrize(
    "part", [properties(("日期", "2025-01-20")), properties(("发布日期", "一月")), HEAD, "<!DOCTYPE a><a/>"]
)
def test_what_tells_no_day_gives_none(part: str) -> None:
    assert published_on(Archive(packed({PART: part}))) is None
    assert published_on(Archive(packed({"a": ""}))) is None


def test_a_word_file_gives_its_day_to_the_document() -> None:
    names = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
    body = f'<w:document xmlns:w="{names["w"]}"><w:body>{p("正文")}</w:body></w:document>'
    data = packed({"word/document.xml": body, PART: properties(("发布日期", "2025-01-20"))})
    assert blocks(data).published_on == "2025-01-20"
