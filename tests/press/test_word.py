"""The page of a Word file: measures, page numbers, official fonts by name."""

from __future__ import annotations

import io
import time
import zipfile

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from gongkai.press import word


def test_page_and_page_numbers() -> None:
    document = docx.Document()
    word.page(document)
    section = document.sections[0]
    assert section.page_width - section.left_margin - section.right_margin == pytest.approx(Mm(156), abs=999)
    assert section.page_height - section.top_margin - section.bottom_margin == pytest.approx(Mm(225), abs=999)
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        assert " PAGE " in footer._element.xml
        assert f'w:jc w:val="{side}"' in footer._element.xml


def test_styles_name_official_fonts_on_the_pitch_of_the_norm() -> None:
    document = docx.Document()
    found = word.style(document, "Normal", "body", 16)
    word.style(document, "Title", "title", 22)
    word.bare_title(document)
    word.chinese(document)
    assert found.font.name == "仿宋_GB2312"
    assert found.paragraph_format.line_spacing == Pt(28.95)
    assert document.styles["Title"].element.find(f".//{qn('w:pBdr')}") is None
    assert 'w:eastAsia="zh-CN"' in found.element.xml


def test_the_same_document_gives_the_same_bytes_on_any_day(monkeypatch: pytest.MonkeyPatch) -> None:
    document = docx.Document()
    document.add_paragraph("甲")
    first = word.saved(document)
    clock = time.localtime
    monkeypatch.setattr(time, "localtime", lambda *given: clock(86_400 * 365 * 30))
    assert word.saved(document) == first
    by_the_library = io.BytesIO()
    document.save(by_the_library)
    with zipfile.ZipFile(by_the_library) as dated, zipfile.ZipFile(io.BytesIO(first)) as made:
        assert {part.date_time[0] for part in dated.infolist()} != {1980}, "control: the library's own dates"
        assert {part.date_time[0] for part in made.infolist()} == {1980}
        assert [(n, dated.read(n)) for n in dated.namelist()] == [(n, made.read(n)) for n in made.namelist()]


def test_width_of_a_text_and_of_cells() -> None:
    assert word.wide("2026年") == pytest.approx(3 * word.EM)
    document = docx.Document()
    table = document.add_table(rows=1, cols=2)
    word.tight(table, (100.0, 50.0))
    assert [cell.width for cell in table.rows[0].cells] == [Pt(100), Pt(50)]
    assert table._tbl.tblPr.find(qn("w:tblCellMar")) is not None
