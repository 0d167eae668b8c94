"""Rules from vector paths: strokes, bars and boxes count, shading does not; forms are followed."""

from __future__ import annotations

import ctypes

import pypdfium2
from pypdfium2 import raw

from gongkai.report.reader.pdf_rules import Drawing, drawing


def page_with(*shapes: tuple[str, tuple[float, float, float, float]]) -> pypdfium2.PdfPage:
    """A page with lines (``line``), outlined boxes (``box``) and filled boxes (``fill``), by two corners."""
    document = pypdfium2.PdfDocument.new()
    page = document.new_page(600, 800)
    for kind, (x0, y0, x1, y1) in shapes:
        if kind == "line":
            path = raw.FPDFPageObj_CreateNewPath(x0, y0)
            raw.FPDFPath_LineTo(path, x1, y1)
        else:
            path = raw.FPDFPageObj_CreateNewRect(x0, y0, x1 - x0, y1 - y0)
        filled = raw.FPDF_FILLMODE_ALTERNATE if kind == "fill" else raw.FPDF_FILLMODE_NONE
        raw.FPDFPath_SetDrawMode(path, filled, kind != "fill")
        raw.FPDFPageObj_SetStrokeWidth(path, ctypes.c_float(0.5))
        raw.FPDFPage_InsertObject(page.raw, path)
    page.gen_content()
    return page


def counted(found: Drawing) -> tuple[int, int]:
    return len(found.across), len(found.down)


def test_strokes_thin_bars_and_outlines_are_rules() -> None:
    assert counted(drawing(page_with(("line", (10, 10, 200, 10)), ("line", (10, 10, 10, 90))).raw)) == (1, 1)
    assert counted(drawing(page_with(("fill", (10, 10, 200, 11)), ("fill", (10, 10, 11, 90))).raw)) == (1, 1)
    assert counted(drawing(page_with(("box", (10, 10, 200, 90))).raw)) == (2, 2)


def test_shading_and_slanting_lines_are_not() -> None:
    assert counted(drawing(page_with(("fill", (10, 10, 200, 90)), ("line", (10, 10, 200, 90))).raw)) == (0, 0)


def test_rules_inside_a_form_stand_where_the_form_puts_them() -> None:
    inner = page_with(("line", (0, 100, 600, 100)))
    outer = pypdfium2.PdfDocument.new()
    page = outer.new_page(600, 800)
    form = inner.pdf.page_as_xobject(0, outer) if hasattr(inner.pdf, "page_as_xobject") else None
    capture = form or inner.pdf.get_page_as_xobject(0, outer)  # the name differs between releases
    placed = capture.as_pageobject()
    placed.set_matrix(pypdfium2.PdfMatrix().scale(0.5, 0.5).translate(50, 30))
    page.insert_obj(placed)
    page.gen_content()
    (rule,) = drawing(page.raw).across
    assert (round(rule.at), round(rule.low), round(rule.high)) == (80, 50, 350)
