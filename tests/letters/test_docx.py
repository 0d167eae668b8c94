"""Every letter and form as DOCX: the paper's text, official fonts, the letter format; LibreOffice agrees."""

from __future__ import annotations

import io
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import docx as reader
import pypdfium2
import pytest
from docx.oxml.ns import qn

from gongkai.letters import docx, pdf
from gongkai.letters.document import document
from gongkai.letters.layout import enclosure_lines
from gongkai.letters.paper import parts
from tests.letters.letter_cases import DAY, Case, cases

EVERY = pytest.mark.parametrize("one", cases(), ids=str)


@cache
def made(one: str) -> Any:
    """The DOCX of a case, opened."""
    return reader.Document(io.BytesIO(docx.write(next(c for c in cases() if str(c) == one).paper())))


def texts(file: Any) -> list[str]:
    """Every paragraph and cell of the body, and the header of the first page."""
    found = [paragraph.text for paragraph in file.paragraphs]
    found += [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    return found + [paragraph.text for paragraph in file.sections[0].first_page_header.paragraphs]


@EVERY
def test_the_text_is_that_of_the_paper(one: Case) -> None:
    paper, found = one.paper(), texts(made(str(one)))
    hung = {name: f"{mark}{name}" for mark, name in enclosure_lines(paper)}
    for place, said in parts(paper):
        if place in ("文书编号", "用印") or not said:
            continue
        wanted = f"{said}：" if place == "主送" else hung.get(said, said)
        if place == "标题":
            assert said in [text.replace("\n", "") for text in found]
        elif place.startswith("附件说明"):
            assert wanted in found
        else:
            assert wanted in found or said in found, place


@EVERY
def test_official_fonts_are_named_and_no_other(one: Case) -> None:
    file = made(str(one))
    roots = [file.element.body, file.sections[0].first_page_header._element, file.sections[0].footer._element]
    names = {
        fonts.get(qn(f"w:{kind}"))
        for root in roots
        for fonts in root.iter(qn("w:rFonts"))
        for kind in ("ascii", "eastAsia")
    }
    assert names <= {"方正小标宋简体", "仿宋_GB2312", "宋体"}
    assert file.styles["Normal"].font.name == "仿宋_GB2312"
    assert file.styles["Title"].font.name == "方正小标宋简体"


def test_letters_have_mark_and_rules_and_forms_have_none() -> None:
    section = made("D10-14").sections[0]
    assert section.different_first_page_header_footer
    assert 'w:val="thickThinSmallGap"' in section.first_page_header._element.xml
    assert 'w:val="thinThickSmallGap"' in section.first_page_footer._element.xml
    assert " PAGE " not in section.first_page_footer._element.xml
    assert " PAGE " in section.footer._element.xml
    assert not made("F02-51").sections[0].different_first_page_header_footer


def test_rows_are_whole_and_heads_come_again() -> None:
    table = made("F04-54").tables[0]
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    heads = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
    assert heads == [True, *[False] * 8]


def test_name_and_date_are_kept_with_the_text() -> None:
    paragraphs = made("D04-5").paragraphs
    at = next(n for n, p in enumerate(paragraphs) if p.text == "临溪县司法局")
    assert all(p.paragraph_format.keep_with_next for p in paragraphs[at - 2 : at + 1])


def test_properties() -> None:
    core = made("D10-14").core_properties
    assert core.title == "临溪县司法局政府信息公开申请答复书"
    assert (core.author, core.keywords, core.language) == ("临溪县司法局", "gongkai", "zh-CN")
    assert core.created.date() == DAY


@pytest.mark.libreoffice
def test_libreoffice_prints_every_paper_as_long_as_the_pdf_is(tmp_path: Path) -> None:
    """One run of LibreOffice over all cases: it opens each, loses no text and needs as many pages."""
    office = shutil.which("soffice")
    assert office, "LibreOffice is missing: apt-get install libreoffice-writer"
    for one in cases():
        (tmp_path / f"{one}.docx").write_bytes(docx.write(one.paper()))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    names = [f"{one}.docx" for one in cases()]
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *names]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=300)
    for one in cases():
        printed = pypdfium2.PdfDocument((tmp_path / f"{one}.pdf").read_bytes())
        ours = pypdfium2.PdfDocument(pdf.write(one.paper()))
        assert abs(len(printed) - len(ours)) <= 1, one
        said = "".join("".join(page.get_textpage().get_text_range().split()) for page in printed)
        assert document(one.id).title in said, one
        for wanted in one.says:
            squeezed = "".join(wanted.split())
            assert squeezed in said or squeezed[:8] in said, (one, wanted)
