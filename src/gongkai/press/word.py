"""The page of a Word file as GB/T 9704-2012 wants it: type area, page numbers, official fonts by name.

Fonts are only named (:data:`gongkai.press.fonts.NAMED`), none is embedded. Lengths are in points unless a
name says millimetres.

Source: GB/T 9704-2012, 5 and 7.5 (page number).
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from gongkai.press.fonts import NAMED

EM, PITCH = 15.8, 28.95
"""Width of a character and distance of two lines: 28 fill the 156 mm of the type area, 22 its 225 mm."""
_DAY = (1980, 1, 1, 0, 0, 0)
"""The date of every part of the file: no clock is asked."""


def saved(document: Any) -> bytes:
    """The file; the same document always gives the same bytes (the library dates its parts by the clock)."""
    dated, out = io.BytesIO(), io.BytesIO()
    document.save(dated)
    with zipfile.ZipFile(dated) as parts, zipfile.ZipFile(out, "w") as made:
        for name in parts.namelist():
            part = zipfile.ZipInfo(name, _DAY)
            part.external_attr = 0o644 << 16
            made.writestr(part, parts.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def page(document: Any) -> None:
    """A4 with the type area of 156 by 225 mm, and the page numbers below it."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer_distance = Mm(25)
    document.settings.odd_and_even_pages_header_footer = True
    number(section.footer, ALIGN.RIGHT)
    number(section.even_page_footer, ALIGN.LEFT)


def number(footer: Any, side: Any) -> None:
    """The page number between dashes, one character from the edge."""
    paragraph = footer.paragraphs[0]
    paragraph.alignment = side
    shape = paragraph.paragraph_format
    shape.first_line_indent = Pt(0)
    shape.left_indent = shape.right_indent = Pt(14)
    for kind, said in (("", "— "), ("begin", ""), ("code", " PAGE "), ("end", ""), ("", " —")):
        run = paragraph.add_run(said if not kind else "")
        font(run, "song", 14)
        if kind == "code":
            code = OxmlElement("w:instrText")
            code.set(qn("xml:space"), "preserve")
            code.text = said
            run._r.append(code)
        elif kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)


def font(holder: Any, role: str, size: float) -> None:
    """Name the official font of ``role`` for all kinds of characters, upright, not bold."""
    holder.font.name, holder.font.size = NAMED[role], Pt(size)
    holder.font.bold = holder.font.italic = False
    fonts = holder._element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        if name.endswith("Theme"):
            del fonts.attrib[name]
    for kind in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{kind}"), NAMED[role])


def style(document: Any, name: str, role: str, size: float) -> Any:
    """The style ``name`` in the font of ``role``, black, on the pitch of the body, indented by two."""
    found = document.styles[name]
    font(found, role, size)
    found.font.color.rgb = RGBColor(0, 0, 0)
    shape = found.paragraph_format
    shape.space_before = shape.space_after = Pt(0)
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(PITCH)
    shape.first_line_indent = Pt(2 * EM)
    shape.alignment = ALIGN.JUSTIFY
    shape.widow_control = False
    return found


def looks(document: Any, wanted: Mapping[str, tuple[str, float]]) -> None:
    """The styles of a document (name: role of its font and size), its language and its title."""
    for name, (role, size) in wanted.items():
        style(document, name, role, size)
    chinese(document)
    bare_title(document)


def chinese(document: Any) -> None:
    """Chinese as the language of everything."""
    language = document.styles["Normal"].element.get_or_add_rPr()
    tag = OxmlElement("w:lang")
    tag.set(qn("w:val"), "zh-CN")
    tag.set(qn("w:eastAsia"), "zh-CN")
    language.append(tag)


def bare_title(document: Any) -> None:
    """The style of titles: centred, without indent and without the rule that Word's template puts below."""
    title = document.styles["Title"]
    title.paragraph_format.alignment = ALIGN.CENTER
    title.paragraph_format.first_line_indent = Pt(0)
    title.paragraph_format.line_spacing = Pt(35)
    for border in title.element.iter(qn("w:pBdr")):
        border.getparent().remove(border)
        break


def wide(text: str) -> float:
    """The width of a text of 16 points, taken character by character."""
    return sum(EM / 2 if sign.isascii() else EM for sign in text)


def tight(table: Any, widths: tuple[float, ...]) -> None:
    """Margins of 2 points at the sides of every cell, and the width of each cell as its columns are."""
    margins = OxmlElement("w:tblCellMar")
    for side, twips in (("top", 20), ("left", 40), ("bottom", 20), ("right", 40)):
        one = OxmlElement(f"w:{side}")
        one.set(qn("w:w"), str(twips))
        one.set(qn("w:type"), "dxa")
        margins.append(one)
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    if look is None:
        table._tbl.tblPr.append(margins)
    else:
        look.addprevious(margins)
    for tr in table._tbl.tr_lst:
        at = 0
        for tc in tr.tc_lst:
            tc.width = Pt(sum(widths[at : at + tc.grid_span]))
            at += tc.grid_span
