"""Styles tell levels of headings, also what they inherit; circles do not hang."""

from __future__ import annotations

from lxml import etree

from gongkai.report.reader.docx_styles import Styles, styles_of
from tests.report.reader.office_files import NAMESPACES


def styles(content: str) -> Styles:
    """The styles of this content."""
    return styles_of(etree.fromstring(f"<w:styles {NAMESPACES}>{content}</w:styles>"))


def test_levels_by_name_by_outline_and_by_inheritance() -> None:
    read = styles(
        '<w:style w:styleId="1"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:styleId="2"><w:name w:val="x"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        '<w:style w:styleId="3"><w:name w:val="y"/><w:basedOn w:val="1"/></w:style>'
        '<w:style w:styleId="4"><w:name w:val="z"/><w:basedOn w:val="1"/>'
        '<w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
        '<w:style w:styleId="5"><w:name w:val="标题 8"/></w:style>'
        '<w:style w:styleId="6"><w:name w:val="标题"/></w:style>'
    )
    assert read.levels == {"1": 2, "2": 1, "3": 2, "4": 0, "5": 6}
    assert read.titles == {"6"}


def test_a_circle_of_styles_ends() -> None:
    circle = (
        '<w:style w:styleId="1"><w:basedOn w:val="2"/></w:style>'
        '<w:style w:styleId="2"><w:basedOn w:val="1"/></w:style>'
    )
    assert styles(circle).levels == {}
