"""Text PDFs: every figure in its row and column, however the page was printed."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from pypdfium2 import raw

from gongkai.files.limits import Limits
from gongkai.report.reader import pdf, scan
from gongkai.report.reader.blocks import Document, Grid, Paragraph
from gongkai.values.errors import NeedsExtra, OverLimit, Refused
from tests.report.reader import printed

RULED = Path(__file__).parent / "fixtures" / "ruled.pdf"
NO_FONTS = not any(Path("/usr/share/fonts").rglob("Noto*CJK*"))
with_fonts = pytest.mark.skipif(NO_FONTS, reason="没有安装思源字体（fonts-noto-cjk），无法排印")


def grids(document: Document) -> list[Grid]:
    return [item for item in document.items if isinstance(item, Grid)]


def texts(document: Document) -> list[str]:
    return [item.text for item in document.items if isinstance(item, Paragraph)]


def figure_rows(document: Document) -> list[list[tuple[int, str]]]:
    """Column and text of the figures of each row that has any."""
    rows = [
        [(c.column, c.text) for c in row if c.text.isdecimal()] for g in grids(document) for row in g.rows
    ]
    return [row for row in rows if row]


def printed_rows(report: printed.Invented) -> list[list[tuple[int, str]]]:
    """The same, from what was printed."""
    pro = [[(1 + i, n) for i, n in enumerate(row)] for row in report.proactive]
    app = [[(3 + i, n) for i, n in enumerate(row)] for row in report.applications]
    return [*pro, *app, list(enumerate(report.remedies))]


def changed(data: bytes, change: object) -> bytes:
    """The file after ``change(page)`` on every page."""
    document = pypdfium2.PdfDocument(data)
    for page in document:
        change(page)  # type: ignore[operator]
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def pictures(data: bytes, keep: tuple[int, ...] = ()) -> bytes:
    """The file with every page as a picture, pages of index ``keep`` as they were."""
    source, out = pypdfium2.PdfDocument(data), pypdfium2.PdfDocument.new()
    for index, page in enumerate(source):
        if index in keep:
            out.import_pages(source, [index])
            continue
        width, height = page.get_size()
        image = pypdfium2.PdfImage.new(out)
        image.set_bitmap(page.render(scale=200 / 72))
        image.set_matrix(pypdfium2.PdfMatrix().scale(width, height))
        new = out.new_page(width, height)
        new.insert_obj(image)
        new.gen_content()
    stream = BytesIO()
    out.save(stream)
    return stream.getvalue()


def test_every_figure_stands_in_its_row_and_column_over_page_breaks() -> None:
    document = pdf.blocks(RULED.read_bytes())
    assert document.pages == 2
    assert figure_rows(document) == printed_rows(printed.invented(1))


def test_printed_lines_are_paragraphs_with_page_and_line_in_order() -> None:
    document = pdf.blocks(RULED.read_bytes())
    places = [(i.page, i.line) for i in document.items]
    assert places == sorted(places, key=lambda p: (p[0] or 0, p[1] or 0))
    assert texts(document)[0] == "云岭县松风局政府信息公开工作年度报告"
    joined = "".join(texts(document))
    assert joined.count(printed.PROSE) == 4, "lines joined give the prose back"


def test_page_numbers_are_left_out() -> None:
    bare = pypdfium2.PdfDocument(RULED.read_bytes())[0].get_textpage().get_text_range()
    assert "— 1 —" in bare, "the fixture has page numbers"
    assert not [t for t in texts(pdf.blocks(RULED.read_bytes())) if "—" in t]


def test_a_fragment_keeps_the_columns_of_its_table() -> None:
    second = next(g for g in grids(pdf.blocks(RULED.read_bytes())) if g.page == 2)
    last = second.rows[-1]
    assert (last[0].column, last[0].colspan, last[1].column) == (0, 3, 3)


@pytest.mark.parametrize("quarters", [90, 180, 270])
def test_a_page_that_only_claims_to_be_turned_reads_the_same(quarters: int) -> None:
    turned = changed(RULED.read_bytes(), lambda page: page.set_rotation(quarters))
    assert pdf.blocks(turned).items == pdf.blocks(RULED.read_bytes()).items


@pytest.mark.parametrize("by", [(0, 1, -1, 0, 842, 0), (-1, 0, 0, -1, 596, 842), (0, -1, 1, 0, 0, 596)])
def test_content_that_is_turned_reads_the_same(by: tuple[float, ...]) -> None:
    def turn(page: pypdfium2.PdfPage) -> None:
        matrix = raw.FS_MATRIX(*by)
        clip = raw.FS_RECTF(0, 900, 900, 0)
        assert raw.FPDFPage_TransFormWithClip(page.raw, matrix, clip)
        if by[0] == 0:
            page.set_mediabox(0, 0, 842, 596)

    assert figure_rows(pdf.blocks(changed(RULED.read_bytes(), turn))) == printed_rows(printed.invented(1))


def test_a_crop_box_that_does_not_start_at_zero() -> None:
    whole = changed(RULED.read_bytes(), lambda page: page.set_cropbox(30, 30, 570, 820))
    assert figure_rows(pdf.blocks(whole)) == printed_rows(printed.invented(1))
    half = changed(RULED.read_bytes(), lambda page: page.set_cropbox(0, 420, 596, 842))
    assert 0 < len(figure_rows(pdf.blocks(half))) < len(printed_rows(printed.invented(1))), (
        "what is cropped is not read"
    )


@with_fonts
def test_narrow_columns_and_breaks_anywhere() -> None:
    for seed, lead in ((2, 0), (3, 5), (4, 8), (5, 11)):
        report = printed.invented(seed, largest=99999)
        document = pdf.blocks(printed.typst_pdf(printed.typst_source(report, lead=lead)))
        assert figure_rows(document) == printed_rows(report), seed


def oracle(data: bytes) -> Iterator[tuple[int, list[str]]]:
    """Cell texts of each table by pdfplumber, spaces left out, blank cells too."""
    import pdfplumber

    with pdfplumber.open(BytesIO(data)) as file:
        for number, page in enumerate(file.pages, 1):
            for table in page.find_tables():
                cells = [re.sub(r"\s", "", t) for row in table.extract() for t in row if t]
                yield number, [t for t in cells if t]


def ours(data: bytes) -> Iterator[tuple[int, list[str]]]:
    for grid in grids(pdf.blocks(data)):
        cells = [re.sub(r"\s", "", c.text) for row in grid.rows for c in row]
        yield grid.page or 0, [t for t in cells if t]


@with_fonts
@pytest.mark.skipif(importlib.util.find_spec("pdfplumber") is None, reason="没有安装对照用的 pdfplumber")
@pytest.mark.parametrize("seed", [6, 7])
def test_cells_equal_those_of_an_independent_reader(seed: int) -> None:
    # Hanging punctuation in the narrowest column is where the other reader errs: it is wider here.
    data = printed.typst_pdf(printed.typst_source(printed.invented(seed), lead=seed, narrow="3em"))
    assert list(ours(data)) == list(oracle(data))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="没有安装 LibreOffice")
def test_a_page_printed_by_libreoffice(tmp_path: Path) -> None:
    report = printed.invented(8)
    (tmp_path / "report.html").write_text(printed.html(report), encoding="utf-8")
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    command = [
        "soffice",
        home,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "report.html"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    data = (tmp_path / "report.pdf").read_bytes()
    assert figure_rows(pdf.blocks(data)) == printed_rows(report)


@with_fonts
def test_text_drawn_twice_is_read_once() -> None:
    source = '#set text(font: "Noto Serif CJK SC")\n#place(dx: 0.4pt)[共收到申请1223件]\n共收到申请1223件'
    assert [t.replace(" ", "") for t in texts(pdf.blocks(printed.typst_pdf(source)))] == ["共收到申请1223件"]


@with_fonts
def test_a_table_without_rules_parts_its_cells_by_tabs() -> None:
    source = (
        '#set text(font: "Noto Serif CJK SC")\n'
        "#table(columns: (12em, 5em, 5em), stroke: none, [行政许可], [12], [0], [行政处罚], [3], [45])"
    )
    assert texts(pdf.blocks(printed.typst_pdf(source))) == ["行政许可\t12\t0", "行政处罚\t3\t45"]


@with_fonts
def test_two_reports_side_by_side_have_lanes() -> None:
    left, right = printed.invented(9), printed.invented(10)
    tables = [printed.typst_table(4, printed.proactive_rows(r.proactive)) for r in (left, right)]

    source = (
        '#set page(paper: "a4", flipped: true)\n#set text(font: "Noto Serif CJK SC", size: 9pt)\n'
        f"= 两年对照\n#grid(columns: 2, gutter: 2em, [{printed.PROSE * 3}], [{printed.PROSE * 4}])\n"
        f"#pagebreak()\n"
        f"#grid(columns: 2, gutter: 2em, [{tables[0]}], [{tables[1]}])\n#pagebreak()\n"
        f"#grid(columns: 2, gutter: 2em, [{tables[1]}], [{tables[0]}])"
    )

    document = pdf.blocks(printed.typst_pdf(source))
    assert document.items[0].lane is None, "the heading belongs to both"
    assert {i.lane for i in document.items[1:]} == {0, 1}
    assert [g.lane for g in grids(document)] == [0, 1, 0, 1]
    prose = {
        lane: "".join(i.text for i in document.items if isinstance(i, Paragraph) and i.lane == lane)
        for lane in (0, 1)
    }
    assert prose == {0: printed.PROSE * 3, 1: printed.PROSE * 4}


@with_fonts
def test_prose_in_two_columns_is_one_report_read_down_the_left_first() -> None:
    source = (
        '#set page(paper: "a4", columns: 2, height: 12cm)\n#set text(font: "Noto Serif CJK SC", size: 9pt)\n'
        f"#set par(justify: true)\n{printed.PROSE * 9}"
    )
    document = pdf.blocks(printed.typst_pdf(source))
    assert {i.lane for i in document.items} == {None}
    assert "".join(texts(document)) == printed.PROSE * 9


@with_fonts
def test_a_table_of_two_columns_is_no_pair_of_reports() -> None:
    cells = ", ".join(f"[第{i}项指标名称], [{i * 7}]" for i in range(30))
    for stroke in ("0.5pt", "none"):
        source = (
            f'#set text(font: "Noto Serif CJK SC")\n#table(columns: (1fr, 1fr), stroke: {stroke}, {cells})'
        )
        assert {i.lane for i in pdf.blocks(printed.typst_pdf(source)).items} == {None}


def test_files_that_cannot_be_read_say_why() -> None:
    data = RULED.read_bytes()
    for bad in (b"", b"%PDF-1.7\n", data[:2000], b"\x00" * 5000):
        with pytest.raises(Refused) as refused:
            pdf.blocks(bad)
        assert refused.value.code == "pdf_damaged"
    with pytest.raises(OverLimit) as over:
        pdf.blocks(data, Limits(pages=1))
    assert over.value.code == "too_many_pages"
    assert "2 页" in over.value.message


def test_a_file_under_password() -> None:
    secret = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
        b"3 0 obj<</Filter/Standard/V 1/R 2/Length 40/P -4/O<"
        + b"41" * 32
        + b">/U<"
        + b"42" * 32
        + b">>>endobj\n"
        b"trailer<</Root 1 0 R/Encrypt 3 0 R/ID[<00><00>]/Size 4>>\n%%EOF"
    )
    with pytest.raises(Refused) as refused:
        pdf.blocks(secret)
    assert refused.value.code == "pdf_encrypted"


def test_a_scan_asks_for_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "installed", lambda: False)
    with pytest.raises(NeedsExtra) as needs:
        pdf.blocks(pictures(RULED.read_bytes()))
    assert needs.value.code == "needs_ocr"
    assert "gongkai[ocr]" in needs.value.message


def test_a_picture_among_text_pages_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "installed", lambda: False)
    document = pdf.blocks(pictures(RULED.read_bytes(), keep=(0,)))
    assert [n for n in document.notes if n.startswith("第 2 页是图片")]
    assert {i.page for i in document.items} == {1}
