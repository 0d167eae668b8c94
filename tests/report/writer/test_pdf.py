"""The PDF is laid out as GB/T 9704-2012 wants it, tagged, fit for archives, and says what fonts it used."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from gongkai.report.document import AnnualReport, Chapter
from gongkai.report.reader.blocks import Grid
from gongkai.report.reader.pdf import blocks
from gongkai.report.reader.reading import open_report
from gongkai.report.samples.shelf import sample
from gongkai.report.writer import pdf
from gongkai.values.errors import Refused

MM = 72 / 25.4


@cache
def report() -> AnnualReport:
    """The sample with the longest prose."""
    one = sample("yunzhou")
    return open_report(one.file, one.data()).reports[0]


@cache
def made() -> bytes:
    """Its PDF."""
    return pdf.write(report())


def signs(data: bytes) -> list[list[tuple[str, float, float, float]]]:
    """For every page its characters with left, bottom and size."""
    out = []
    document = pypdfium2.PdfDocument(data)
    for page in document:
        text = page.get_textpage()
        row = []
        for i in range(text.count_chars()):
            left, bottom, _, _ = text.get_charbox(i, loose=True)
            row.append((text.get_text_range(i, 1), left, bottom, pdfium.FPDFText_GetFontSize(text, i)))
        out.append(row)
    return out


def test_page_and_type_area() -> None:
    for page, row in zip(pypdfium2.PdfDocument(made()), signs(made()), strict=True):
        assert page.get_size() == pytest.approx((210 * MM, 297 * MM), abs=0.5)
        inside = [s for s in row if s[0].strip() and s[2] > 34 * MM]
        assert min(s[1] for s in inside) >= 28 * MM - 1
        assert max(s[1] for s in inside) <= (210 - 26) * MM


def test_line_pitch_of_the_body() -> None:
    bottoms = sorted({round(s[2], 1) for s in signs(made())[0] if s[3] == pytest.approx(16, abs=0.1)})
    gaps = {round(b - a, 1) for a, b in pairwise(bottoms) if b - a > 15}
    assert any(gap == pytest.approx(28.95, abs=0.15) for gap in gaps)


def test_page_numbers_stand_seven_millimetres_below_odd_right_even_left() -> None:
    for number, row in enumerate(signs(made()), 1):
        foot = [s for s in row if s[2] < 34 * MM and s[0].strip()]
        assert "".join(s[0] for s in foot) == f"—{number}—"
        assert {round(s[3]) for s in foot} == {14}
        assert all((s[1] > 105 * MM) == (number % 2 == 1) for s in foot)
    page = pypdfium2.PdfDocument(made())[0]
    text = page.get_textpage()
    boxes = [text.get_charbox(i) for i in range(text.count_chars()) if text.get_text_range(i, 1) == "—"]
    middle = [(b[1] + b[3]) / 2 for b in boxes if b[3] < 34 * MM]
    assert middle
    assert all(35 - m / MM == pytest.approx(7, abs=1) for m in middle)


def test_tagged_titled_chinese_and_of_both_standards() -> None:
    with pikepdf.open(io.BytesIO(made())) as file:
        assert file.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in file.Root
        assert str(file.Root.Lang).startswith("zh")
        assert file.Root.ViewerPreferences.DisplayDocTitle
        xmp = file.open_metadata()
        assert xmp["pdfaid:part"] == "2"
        assert xmp["pdfaid:conformance"] == "A"
        assert xmp["pdfuaid:part"] == "1"
        assert file.docinfo["/Keywords"] == "gongkai"
        assert "代仿宋_GB2312" in str(xmp["dc:description"])


def tagged_rows(data: bytes) -> list[list[list[tuple[str, int, int]]]]:
    """Of every table in the tags of the file: its rows of (kind of cell, columns, rows that it spans)."""
    found: list[list[list[tuple[str, int, int]]]] = []

    def walk(one: pikepdf.Object) -> None:
        for inner in one if isinstance(one, pikepdf.Array) else [one]:
            if isinstance(inner, pikepdf.Dictionary):
                kind = str(inner.get("/S", ""))
                if kind == "/Table":
                    found.append([])
                if kind == "/TR":
                    found[-1].append([spanning(cell) for cell in inner["/K"]])
                elif "/K" in inner:
                    walk(inner["/K"])

    with pikepdf.open(io.BytesIO(data)) as file:
        walk(file.Root.StructTreeRoot["/K"])
    return found


def spanning(cell: pikepdf.Object) -> tuple[str, int, int]:
    told = {key: value for part in cell.get("/A", []) for key, value in part.items()}
    return str(cell["/S"]), int(told.get("/ColSpan", 1)), int(told.get("/RowSpan", 1))


def open_rows(rows: list[list[tuple[str, int, int]]]) -> list[int]:
    """The rows that have more or fewer columns than the first."""
    below: dict[int, int] = {}
    widths = []
    for number, row in enumerate(rows):
        for _, columns, down in row:
            for later in range(number + 1, number + down):
                below[later] = below.get(later, 0) + columns
        widths.append(sum(columns for _, columns, _ in row) + below.get(number, 0))
    return [number for number, width in enumerate(widths) if width != widths[0]]


def test_the_tags_of_every_table_name_its_heads_and_close_its_grid() -> None:
    """ISO 14289-1, 7.5: what heads a column is tagged so, also where a table has heads on its way down."""
    proactive, applications, remedies = tagged_rows(made())
    heads = [number for number, row in enumerate(proactive) if all(kind == "/TH" for kind, _, _ in row)]
    assert heads == [0, 1, 4, 5, 7, 8, 11, 12]
    for table in (applications, remedies):
        assert [all(kind == "/TH" for kind, _, _ in row) for row in table[:4]] == [True, True, True, False]
    assert [open_rows(table) for table in (proactive, applications, remedies)] == [[], [], []]


def test_control_a_missing_cell_leaves_a_grid_open() -> None:
    rows = tagged_rows(made())[1]
    assert open_rows([*rows[:6], rows[6][:-1], *rows[7:]]) == [6]


def test_the_same_report_gives_the_same_bytes() -> None:
    assert pdf.write(report()) == made()


def pieces(paragraphs: int) -> dict[str, list[Grid]]:
    """The tables of a report as they lie on its pages, with so many paragraphs before the second one."""
    text = "\n".join(["说明办理情况。"] * paragraphs)
    chapters = [replace(c, text=text if c.number == 3 else "") for c in report().chapters]
    data = pdf.write(replace(report(), chapters=tuple(chapters)))
    out: dict[str, list[Grid]] = {"第二十条": [], "申请人情况": [], "行政复议": []}
    for item in blocks(data).items:
        if isinstance(item, Grid):
            head = "".join(cell.text for cell in item.rows[0])
            out[next(name for name in out if name in head)].append(item)
    return out


def rows(grids: list[Grid], head: int) -> list[list[str]]:
    """The rows of a table over its pages, its head once."""
    found = [[[cell.text for cell in row] for row in grid.rows] for grid in grids]
    return [*found[0], *(row for one in found[1:] for row in one[head:])]


@pytest.mark.parametrize("paragraphs", range(1, 27, 3))
def test_a_table_begins_whole_or_with_half_a_page_and_parts_no_row(paragraphs: int) -> None:
    made, whole = pieces(paragraphs), pieces(0)
    assert [len(made[name]) for name in ("第二十条", "行政复议")] == [1, 1]
    assert len(whole["申请人情况"]) == 1
    parts = made["申请人情况"]
    assert all("申请人情况" in "".join(cell.text for cell in grid.rows[0]) for grid in parts)
    assert min(len(grid.rows) for grid in parts[:-1] or parts) >= 10
    figures = [row[-7:] for row in rows(parts, 3)[3:]]
    assert figures == [row[-7:] for row in rows(whole["申请人情况"], 3)[3:]]


def test_control_some_of_those_tables_are_parted() -> None:
    assert {len(pieces(paragraphs)["申请人情况"]) for paragraphs in range(1, 27, 3)} == {1, 2}


def test_a_line_that_comes_again_on_every_page_is_text() -> None:
    text = "\n".join(["— 3 —", "同样的一句话占满一行，每一页都有，也不是页眉页脚。"] * 60)
    long = replace(report(), dated_on=None, chapters=(Chapter(1, "一、总体情况", True, text),))
    assert open_report("a.pdf", pdf.write(long)).reports[0].chapter(1).text == text


def test_a_blank_between_full_width_characters_stays_in_every_line() -> None:
    parts = [f"第{'一二三四五六七'[i % 7] * (i % 9)}段。 （{i}）说明 情况，〔略〕 其余" for i in range(60)]
    text = "\n".join(parts)
    long = replace(report(), dated_on=None, chapters=(Chapter(1, "一、总体情况", True, text),))
    assert open_report("a.pdf", pdf.write(long)).reports[0].chapter(1).text == text


def test_text_is_never_markup() -> None:
    text = '#panic("x") *粗* $x$ @a <b> \\ `c`。'
    damaged = replace(report(), dated_on=None, chapters=(Chapter(1, "一、总体情况", True, text),))
    again = open_report("a.pdf", pdf.write(damaged)).reports[0]
    assert again.chapter(1).text == text


def test_a_sign_without_a_font_is_refused() -> None:
    damaged = replace(report(), chapters=(Chapter(1, "一、总体情况", True, "无字\ue000。"),))
    with pytest.raises(Refused, match="字体"):
        pdf.write(damaged)


def test_a_folder_of_fonts_that_is_not_there_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GONGKAI_FONTS", str(tmp_path / "none"))
    with pytest.raises(Refused, match="GONGKAI_FONTS"):
        pdf.write(report())


def test_control_a_warning_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    source = pdf._template() + b'\n#text(font: "no such family", fallback: true)[x]\n'
    monkeypatch.setattr(pdf, "_template", lambda: source)
    with pytest.raises(RuntimeError, match="unknown font family"):
        pdf.write(report())
