"""PDF: text pages by their characters and ruled lines, pages that are only pictures by recognition where
installed.

Own lattice reader over pdfium (why: ``docs/decisions``); printed lines become paragraphs, ruled tables
become grids. A paragraph is ``broken`` unless the next line is set in, so that the line ends a paragraph.
In a table without rules the cells of a line are apart by tabs.
"""

from __future__ import annotations

import threading
from typing import Any

import pypdfium2
from pypdfium2 import raw as pdfium

from gongkai.files.limits import Limits
from gongkai.press.marks import MADE_BY
from gongkai.report.reader.blocks import Document
from gongkai.report.reader.pdf_ink import Box, Rule, Sheet
from gongkai.report.reader.pdf_layout import arrange
from gongkai.report.reader.pdf_own import published_on
from gongkai.report.reader.pdf_rules import drawing
from gongkai.report.reader.pdf_runs import (
    RunReader,
    Turn,
    page_text,
    quarter,
    turner,
    unmapped,
    without_doubles,
)
from gongkai.values.errors import OverLimit, Refused

_LIMITS = Limits()

FEW_LETTERS = 8
"""A page with fewer characters and a picture on it is taken for a scan."""

_PICTURE = 0.3
"""Share of a page; a picture that covers more may be the page itself."""

_OUTLINES = 200
"""Paths; a page without text that draws more has its letters drawn."""

_ONE_AT_A_TIME = threading.Lock()
"""pdfium keeps state for the whole process and is not safe in threads."""


def blocks(data: bytes, limits: Limits = _LIMITS) -> Document:
    """A PDF file as items in the order of reading.

    Raises Refused (``pdf_encrypted``, ``pdf_damaged``), OverLimit (``too_many_pages``) and, where every
    page is a picture and recognition is not installed, NeedsExtra (``needs_ocr``).
    """
    with _ONE_AT_A_TIME:
        document = _open(data)
        try:
            return _read(document, limits)
        except pypdfium2.PdfiumError as error:
            raise _damaged() from error
        finally:
            document.close()


def _open(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise Refused(
                "pdf_encrypted",
                "这份 PDF 设有打开密码，无法读取。请用能打开它的软件取消密码后另存一份，再来体检。",
            ) from error
        raise _damaged() from error


def _damaged() -> Refused:
    return Refused(
        "pdf_damaged", "这份 PDF 已损坏或不完整，无法读取。请从原网站重新下载，或用原文件重新导出一份。"
    )


def _read(document: pypdfium2.PdfDocument, limits: Limits) -> Document:
    count = len(document)
    if count > limits.pages:
        raise OverLimit(
            "too_many_pages",
            f"这份 PDF 共 {count} 页，最多接受 {limits.pages} 页。请只保留年度报告所在的页，另存后再来体检。",
        )
    if count == 0:
        raise _damaged()
    out = Document("pdf", title=_title(document), pages=count)
    own = document.get_metadata_value("Keywords") == MADE_BY
    sheets = [read_sheet(document, index, own=own) for index in range(count)]
    pictures = [sheet.number for sheet in sheets if is_picture(sheet)]
    if pictures:
        _recognise(document, sheets, pictures, out)
    for sheet in sheets:
        if sheet.unmapped:
            out.notes.append(
                f"第 {sheet.number} 页有 {sheet.unmapped} 个字没有文字编码，读不出来，请对照原件核对。"
            )
    out.published_on = published_on(document.get_metadata_value("Subject")) if own else None
    out.items = arrange(sheets, out.notes, own=own)
    return out


def _title(document: pypdfium2.PdfDocument) -> str | None:
    return document.get_metadata_value("Title").strip() or None


def is_picture(sheet: Sheet) -> bool:
    """True for a page whose text is not there as text: scanned, drawn, or without character codes."""
    readable = sheet.letters - sheet.unmapped
    return readable < FEW_LETTERS and (
        sheet.pictured > _PICTURE or sheet.drawn > _OUTLINES or sheet.unmapped >= FEW_LETTERS
    )


def _recognise(
    document: pypdfium2.PdfDocument, sheets: list[Sheet], pictures: list[int], out: Document
) -> None:
    """Replace picture pages by what recognition reads; without it, a note, or NeedsExtra where nothing else
    is left.
    """
    from gongkai.report.reader import scan  # noqa: PLC0415 - the extra is heavy and rarely needed

    if scan.installed():
        for number in pictures:
            page = document[number - 1]
            sheets[number - 1] = scan.page_sheet(page, number)
            page.close()
        return
    if all(s.number in pictures or s.letters < FEW_LETTERS for s in sheets):
        raise scan.needs_extra()
    pages = "、".join(map(str, pictures))
    out.notes.append(f"第 {pages} 页是图片，没有文字，未读取。{scan.INSTALL}")


def read_sheet(document: pypdfium2.PdfDocument, index: int, *, own: bool = False) -> Sheet:
    """One page, upright, its visible part only; ``own`` for a file that our own writer made."""
    page = document[index]
    text_page = page.get_textpage()
    try:
        count = max(0, pdfium.FPDFText_CountChars(text_page.raw))
        text = page_text(text_page.raw, count)
        box = _visible(page)
        turn, width, height = turner(box, quarter(page.raw, text_page.raw, text))
        sheet = Sheet(index + 1, width, height, unmapped=unmapped(text))
        runs = without_doubles(RunReader(text_page.raw, text, turn, own=own).read())
        sheet.runs = [r for r in runs if r.x0 >= -2 and r.x1 <= width + 2 and 0 <= r.middle <= height]
        _draw(page, sheet, turn)
        return sheet
    finally:
        text_page.close()
        page.close()


def _visible(page: Any) -> Box:
    """Left, low, right, high of what a page shows."""
    box = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(page.raw, box):
        width, height = page.get_size()
        return (0.0, 0.0, width, height)
    return (box.left, box.bottom, box.right, box.top)


def _draw(page: Any, sheet: Sheet, turn: Turn) -> None:
    found = drawing(page.raw)
    sheet.drawn = found.paths
    boxes = [turn(r.low, r.at, r.high, r.at) for r in found.across]
    boxes += [turn(r.at, r.low, r.at, r.high) for r in found.down]
    for x0, y0, x1, y1 in boxes:
        if x1 - x0 >= y1 - y0:
            if -2 <= y0 <= sheet.height + 2:
                sheet.across.append(Rule(y0, max(x0, 0.0), min(x1, sheet.width)))
        elif -2 <= x0 <= sheet.width + 2:
            sheet.down.append(Rule(x0, max(y0, 0.0), min(y1, sheet.height)))
    whole = sheet.width * sheet.height or 1.0
    sheet.pictured = sum((x1 - x0) * (y1 - y0) for x0, y0, x1, y1 in found.pictures) / whole
