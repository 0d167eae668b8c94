"""A report as DOCX: the layout of GB/T 9704-2012 for Word and WPS, naming the official fonts.

The tables stand as the form has them, with merged cells; no row is parted over pages and heads come again on
the next page. The page number is a field, odd pages at the right and even ones at the left. Fonts are only
named (:data:`gongkai.press.fonts.NAMED`), none is embedded.

Source: GB/T 9704-2012, 5 and 7.3, 7.5 (page number).
"""

from __future__ import annotations

from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.shared import Pt

from gongkai.press import word
from gongkai.press.word import EM, PITCH
from gongkai.report.document import AnnualReport
from gongkai.report.writer.docx_properties import describe
from gongkai.report.writer.fit import columns, fit
from gongkai.report.writer.headings import is_heading, lead, title_lines
from gongkai.report.writer.layout import LaidCell, LaidTable, tables
from gongkai.report.writer.prose import Prose, prose

_WHOLE = 15
"""Rows up to which a table stands whole on one page."""
_BEGINNING = 9
"""Rows of a longer one that stand on one page with its head."""
_CELL = "Cell"
"""Name and id of the style of cells."""
_LOOKS = {
    "Normal": ("body", 16),
    "Title": ("title", 22),
    "Heading 1": ("black", 16),
    "Heading 2": ("kai", 16),
}


def write(report: AnnualReport) -> bytes:
    """The DOCX.

    Raises :class:`gongkai.values.errors.Refused` (``outside_form``) where a cell has no place in the form.
    """
    text = prose(report)
    laid = {table.key: table for table in tables(report)}
    document = docx.Document()
    word.page(document)
    _styles(document)
    describe(document, report, text)
    title = [document.add_paragraph(line, style="Title") for line in title_lines(text.title)]
    if title:
        title[-1].paragraph_format.space_after = Pt(PITCH)
    for one in text.preamble:
        _words(document, one)
    for chapter in text.chapters:
        if chapter.title:
            document.add_paragraph(chapter.title, style="Heading 1")
        for one in chapter.paragraphs:
            _words(document, one)
        if chapter.table is not None:
            _table(document, laid[chapter.table])
    _signed(document, text)
    return word.saved(document)


def _styles(document: Any) -> None:
    word.looks(document, _LOOKS)
    cell = document.styles.add_style(_CELL, WD_STYLE_TYPE.PARAGRAPH)
    cell.base_style = document.styles["Normal"]
    word.font(cell, "song", 9)
    cell.paragraph_format.first_line_indent = Pt(0)
    cell.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
    cell.paragraph_format.line_spacing = 1.0


def _words(document: Any, text: str) -> None:
    if is_heading(text):
        document.add_paragraph(text, style="Heading 2")
        return
    first = lead(text)
    paragraph = document.add_paragraph()
    if first:
        word.font(paragraph.add_run(first), "kai", 16)
    paragraph.add_run(text[len(first) :])


def _signed(document: Any, text: Prose) -> None:
    """Name and date at the right, two characters from the edge; the date two to the right of the name."""
    if not text.date:
        return
    room = 156 / 25.4 * 72
    begin = min(room - 2 * EM - word.wide(text.date), room - word.wide(text.signature))
    for at, said in ((begin - 2 * EM, text.signature), (begin, text.date)):
        if said:
            paragraph = document.add_paragraph(said)
            shape = paragraph.paragraph_format
            paragraph.alignment = ALIGN.LEFT
            shape.first_line_indent, shape.left_indent = Pt(0), Pt(max(0.0, at))
            shape.keep_with_next = said is text.signature
            shape.space_before = Pt(PITCH if said is text.signature or not text.signature else 0)


def _table(document: Any, table: LaidTable) -> None:
    fitted = fit(table)
    made = document.add_table(rows=len(table.rows), cols=table.width, style="Table Grid")
    made.alignment, made.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for column, width in zip(made.columns, fitted.widths, strict=True):
        column.width = Pt(width)
    grid = [list(row.cells) for row in made.rows]
    kept = len(table.rows) - 1 if len(table.rows) <= _WHOLE else table.head + _BEGINNING
    for line, (row, places) in enumerate(zip(table.rows, columns(table), strict=True)):
        for cell, column in zip(row, places, strict=True):
            box = grid[line][column]
            if cell.rowspan > 1 or cell.colspan > 1:
                box = box.merge(grid[line + cell.rowspan - 1][column + cell.colspan - 1])
            _fill(box, cell, fitted.size_of(cell, column), line < kept)
    for number, tr in enumerate(made._tbl.tr_lst):
        properties = tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if number < table.head:
            properties.append(OxmlElement("w:tblHeader"))
    word.tight(made, fitted.widths)


def _fill(box: Any, cell: LaidCell, size: float, kept: bool) -> None:
    paragraph = box.paragraphs[0]
    paragraph._p.style = _CELL  # by its id: by its name the library searches all styles for every cell
    paragraph.paragraph_format.keep_with_next = kept or None
    paragraph.alignment = ALIGN.LEFT if cell.align == "left" else ALIGN.CENTER
    word.font(paragraph.add_run(cell.text), "song", round(size * 2) / 2 or 1)
    box.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
