"""The DOCX names the official fonts, keeps rows whole, repeats heads, and is as long as the PDF in print."""

from __future__ import annotations

import io
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm

from gongkai.report.document import AnnualReport
from gongkai.report.reader.reading import open_report
from gongkai.report.samples.shelf import sample, samples
from gongkai.report.writer import pdf
from gongkai.report.writer.docx import write


def read(key: str) -> AnnualReport:
    """A sample as read."""
    one = sample(key)
    return open_report(one.file, one.data()).reports[0]


@cache
def made() -> Any:
    """The DOCX of the sample with the longest prose, opened."""
    return docx.Document(io.BytesIO(write(read("yunzhou"))))


def test_page_of_the_norm() -> None:
    section = made().sections[0]
    wide = section.page_width - section.left_margin - section.right_margin
    high = section.page_height - section.top_margin - section.bottom_margin
    assert abs(wide - Mm(156)) < Mm(0.1)
    assert abs(high - Mm(225)) < Mm(0.1)


def test_official_fonts_are_named_and_no_other() -> None:
    names = {
        fonts.get(qn(f"w:{kind}"))
        for fonts in made().element.body.iter(qn("w:rFonts"))
        for kind in ("ascii", "eastAsia")
    }
    named = {made().styles[s].font.name for s in ("Normal", "Title", "Heading 1", "Heading 2")}
    assert names <= {"楷体_GB2312", "宋体"}
    assert named == {"仿宋_GB2312", "方正小标宋简体", "黑体", "楷体_GB2312"}


def test_rows_are_whole_and_heads_come_again() -> None:
    tables = made().tables
    assert len(tables) == 3
    for table in tables:
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    heads = [sum(r._tr.trPr.find(qn("w:tblHeader")) is not None for r in t.rows) for t in tables]
    assert heads == [0, 3, 3]


def test_a_table_begins_with_as_much_as_stands_on_half_a_page() -> None:
    kept = [
        [
            all(p.paragraph_format.keep_with_next for cell in row.cells for p in cell.paragraphs)
            for row in table.rows
        ]
        for table in made().tables
    ]
    assert [(sum(rows), len(rows)) for rows in kept] == [(13, 14), (12, 28), (3, 4)]
    assert all(rows == sorted(rows, reverse=True) for rows in kept)


def test_page_number_is_a_field_at_the_outer_side() -> None:
    section = made().sections[0]
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        xml = footer._element.xml
        assert " PAGE " in xml
        assert f'w:jc w:val="{side}"' in xml


def test_made_here_is_told() -> None:
    assert made().core_properties.keywords == "gongkai"


@pytest.mark.libreoffice
@pytest.mark.parametrize("key", [one.key for one in samples()][:2])
def test_libreoffice_prints_as_many_pages_as_the_pdf_has(key: str, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    assert office, "LibreOffice is missing: apt-get install libreoffice-writer"
    (tmp_path / "a.docx").write_bytes(write(read(key)))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), "a.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    printed = (tmp_path / "a.pdf").read_bytes()
    pages = [len(pypdfium2.PdfDocument(data)) for data in (printed, pdf.write(read(key)))]
    assert abs(pages[0] - pages[1]) <= 1
    again, first = open_report("a.pdf", printed).reports[0], read(key)
    assert again.table("applications").cells == first.table("applications").cells  # type: ignore[union-attr]
