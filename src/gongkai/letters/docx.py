"""A letter or form as DOCX: the 信函格式 of GB/T 9704-2012 for Word and WPS, naming the official fonts.

The organ's name and the first rule stand in the header of the first page, the second rule in its footer; from
the second page on there is the page number. The measures are those of
:mod:`gongkai.letters.layout`.

Source: GB/T 9704-2012, 7.3 and 10.1.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from gongkai.letters import layout
from gongkai.letters.paper import Paper, PaperBody, PaperCell, PaperTable
from gongkai.press import word
from gongkai.press.marks import MADE_BY
from gongkai.press.word import EM, PITCH

_RED = "D7000F"
_LOOKS = {
    "Normal": ("body", 16),
    "Title": ("title", 22),
    "Heading 1": ("black", 16),
    "Heading 2": ("title", 22),
}
_SMALL = 12
"""Points of what explains a form below its table."""
_OUT_LEFT, _OUT_RIGHT = 8, 6
"""Millimetres by which the rules pass the type area: 170 mm in the middle of the page."""


def write(paper: Paper) -> bytes:
    """The DOCX. The same paper gives the same text and properties."""
    document = docx.Document()
    word.page(document)
    _styles(document)
    _properties(document, paper)
    if paper.head:
        _letterhead(document.sections[0], paper.head)
        _line(document, paper.number, align=ALIGN.RIGHT, before=layout.NUMBER_GAP)
    else:
        section = document.sections[0]
        section.top_margin = section.bottom_margin = Pt(layout.FORM_MARGIN)
        section.footer_distance = Pt(layout.FORM_MARGIN - 10 * layout.MM)
    _title(document, layout.title_lines(paper), 2 * PITCH if paper.head else 0)
    if paper.line:
        word.font(_line(document, paper.line).runs[0], "body", 12)
    if paper.addressee:
        _line(document, f"{paper.addressee}：")
    _body(document, paper.body)
    _end(document, paper)
    for label, sheet in zip(layout.labels(paper), paper.sheets, strict=False):
        over = document.add_paragraph(label, style="Heading 1")
        over.paragraph_format.page_break_before = True
        over.paragraph_format.first_line_indent = Pt(0)
        _title(document, (sheet.title,), PITCH, "Heading 2")
        _body(document, sheet.body)
    return word.saved(document)


def _styles(document: Any) -> None:
    word.looks(document, _LOOKS)
    second = document.styles["Heading 2"].paragraph_format
    second.alignment, second.first_line_indent, second.line_spacing = ALIGN.CENTER, Pt(0), Pt(35)
    cell = document.styles.add_style("Cell", WD_STYLE_TYPE.PARAGRAPH)
    cell.base_style = document.styles["Normal"]
    cell.paragraph_format.first_line_indent = Pt(0)
    cell.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY


def _properties(document: Any, paper: Paper) -> None:
    core = document.core_properties
    core.title, core.author = paper.name[:255], (paper.signature or paper.head)[:255]
    core.keywords, core.language = MADE_BY, "zh-CN"
    core.comments = core.last_modified_by = ""
    core.created = core.modified = datetime(*paper.day, tzinfo=UTC)


def _letterhead(section: Any, name: str) -> None:
    """The organ's name over a red double rule on the first page, and the second rule at its foot."""
    section.different_first_page_header_footer = True
    section.header_distance = Pt(layout.MARK_TOP)
    mark = section.first_page_header.paragraphs[0]
    size = layout.mark_size(name)
    run = mark.add_run(name)
    word.font(run, "title", round(size * 2) / 2)
    run.font.color.rgb = RGBColor.from_string(_RED)
    shape = mark.paragraph_format
    shape.alignment = ALIGN.CENTER
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(size)
    shape.first_line_indent, shape.space_before, shape.space_after = Pt(0), Pt(0), Pt(0)
    shape.left_indent, shape.right_indent = Mm(-_OUT_LEFT), Mm(-_OUT_RIGHT)
    _rule(mark, "bottom", "thickThinSmallGap", round(layout.MARK_GAP))
    foot = section.first_page_footer.paragraphs[0]
    _thin(foot, 1)
    foot.paragraph_format.left_indent, foot.paragraph_format.right_indent = Mm(-_OUT_LEFT), Mm(-_OUT_RIGHT)
    _rule(foot, "bottom", "thinThickSmallGap", 0)
    # The footers of a section share one distance: that of the rule; the page number stands a spacer above it.
    room = section.footer_distance.pt - layout.RULE_BOTTOM
    section.footer_distance = Pt(layout.RULE_BOTTOM)
    for footer in (section.footer, section.even_page_footer):
        _thin(footer.add_paragraph(), room)


def _thin(paragraph: Any, height: float) -> None:
    """Make an empty paragraph exactly so many points high."""
    shape = paragraph.paragraph_format
    shape.first_line_indent, shape.space_before, shape.space_after = Pt(0), Pt(0), Pt(0)
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(height)


def _rule(paragraph: Any, side: str, kind: str, space: int) -> None:
    """A red double rule at one side of a paragraph, ``space`` points from its text."""
    borders = OxmlElement("w:pBdr")
    border = OxmlElement(f"w:{side}")
    for name, value in (("val", kind), ("sz", "24"), ("space", str(space)), ("color", _RED)):
        border.set(qn(f"w:{name}"), value)
    borders.append(border)
    properties = paragraph._p.get_or_add_pPr()
    before = [properties.find(qn(f"w:{name}")) for name in ("spacing", "ind", "jc")]
    next(one for one in before if one is not None).addprevious(borders)


def _title(document: Any, lines: tuple[str, ...], before: float, style: str = "Title") -> None:
    """The title in lines of one paragraph, a line of room below."""
    paragraph = document.add_paragraph(style=style)
    for number, line in enumerate(lines):
        run = paragraph.add_run()
        if number:
            run.add_break()
        run.add_text(line)
    paragraph.paragraph_format.space_before = Pt(before)
    paragraph.paragraph_format.space_after = Pt(PITCH)
    paragraph.paragraph_format.keep_with_next = True


def _line(document: Any, text: str, align: Any = ALIGN.LEFT, before: float = 0, at: float = 0) -> Any:
    """A line without indent, ``at`` points from the left edge."""
    paragraph = document.add_paragraph(text)
    shape = paragraph.paragraph_format
    shape.alignment, shape.first_line_indent = align, Pt(0)
    shape.space_before, shape.left_indent = Pt(before), Pt(at)
    return paragraph


def _body(document: Any, body: PaperBody) -> None:
    for text in body.paragraphs:
        document.add_paragraph(text)
    if body.table is not None:
        _table(document, body.table)
    for text in body.after:
        paragraph = document.add_paragraph(text)
        word.font(paragraph.runs[0], "body", _SMALL)
        paragraph.paragraph_format.first_line_indent = Pt(2 * _SMALL)
        paragraph.paragraph_format.line_spacing = Pt(19)
        paragraph.paragraph_format.space_before = Pt(7)


def _end(document: Any, paper: Paper) -> None:
    """Enclosures, name and date with room for the seal, the note; kept with the last lines of the text."""
    end = []
    before = PITCH
    for hung, name in layout.enclosure_lines(paper):
        room = word.wide(hung)
        paragraph = _line(document, f"{hung}{name}", before=before, at=2 * EM + room)
        paragraph.paragraph_format.first_line_indent = Pt(-room)
        before = 0
        end.append(paragraph)
    if paper.signature:
        places = layout.signed(paper)
        room = (2 if paper.sealed else 1) * PITCH
        end.append(_line(document, paper.signature, before=room, at=places.name))
        end.append(_line(document, paper.date, at=places.date))
    if end:
        count = layout.held(paper) or min(1, len(paper.body.after))
        at = len(document.paragraphs) - len(end)
        for last in document.paragraphs[at - count : at]:
            last.paragraph_format.keep_together = last.paragraph_format.keep_with_next = True
    if paper.note:
        end.append(document.add_paragraph(paper.note))
    for paragraph in end[:-1]:
        paragraph.paragraph_format.keep_with_next = True


def _table(document: Any, table: PaperTable) -> None:
    columns = layout.widths(table)
    made = document.add_table(rows=len(table.rows), cols=len(columns), style="Table Grid")
    made.alignment, made.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for column, width in zip(made.columns, columns, strict=True):
        column.width = Pt(width)
    size, pitch = layout.cell_size(table), layout.cell_pitch(table)
    for number, (row, cells) in enumerate(zip(made.rows, table.rows, strict=True)):
        boxes, at = list(row.cells), 0
        for cell in cells:
            box = boxes[at]
            if cell.span > 1:
                box = box.merge(boxes[at + cell.span - 1])
            _fill(box, cell, size, pitch)
            at += cell.span
        row.height_rule = WD_ROW_HEIGHT_RULE.AT_LEAST
        row.height = Pt(max(cell.lines for cell in cells) * pitch + 2 * layout.CELL_INSET)
        properties = row._tr.get_or_add_trPr()
        properties.insert(0, OxmlElement("w:cantSplit"))
        if number < table.head:
            properties.append(OxmlElement("w:tblHeader"))
    word.tight(made, columns)


def _fill(box: Any, cell: PaperCell, size: float, pitch: float) -> None:
    paragraph = box.paragraphs[0]
    paragraph.style = "Cell"
    paragraph.alignment = ALIGN.CENTER if cell.label else ALIGN.LEFT
    paragraph.paragraph_format.line_spacing = Pt(pitch)
    for number, line in enumerate(cell.text.split("\n")):
        run = paragraph.add_run()
        if number:
            run.add_break()
        run.add_text(line)
        word.font(run, "body", size)
    box.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
