"""A report as a workbook of one sheet that prints as the official form, numbers as numbers.

All three tables stand on one grid of narrow columns, each of their columns a merged run of it, so that they
share the type area as on paper. Figures are numbers that can be computed with; texts are stored as texts,
those that would become a formula when somebody edits them with the mark that keeps them texts. There is no
formula, no macro and no link in the file. Fonts are named, not embedded.

Source: GB/T 9704-2012 (paper, type area, fonts and sizes).
"""

from __future__ import annotations

import datetime as dt
import io
import math
import re
import unicodedata
from decimal import Decimal
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

from gongkai.report.document import AnnualReport
from gongkai.report.formula import STARTS
from gongkai.report.printed import MADE_BY
from gongkai.report.writer.layout import LaidCell, LaidTable, is_number, tables
from gongkai.report.writer.prose import Prose, ProseChapter, prose

_GRID = 30
_COLUMN = 2.35
"""Width of a column of the grid in characters; thirty of them fill the 156 mm of the type area."""
_LEADS = {"proactive": (9,), "applications": (2, 3, 4), "remedies": ()}
"""How many columns of the grid each column of labels takes; the others share the rest evenly."""
_TITLE, _BLACK, _KAI, _FANG, _SONG = "方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312", "宋体"
_STYLES: dict[str, dict[str, Any]] = {
    "title": {"font_name": _TITLE, "font_size": 22, "align": "center", "valign": "vcenter"},
    "chapter": {"font_name": _BLACK, "font_size": 16, "indent": 2, "valign": "vcenter"},
    "aspect": {"font_name": _KAI, "font_size": 16, "indent": 2, "valign": "vcenter"},
    "text": {"font_name": _FANG, "font_size": 16, "indent": 2, "valign": "top"},
    "signed": {"font_name": _FANG, "font_size": 16, "align": "right", "indent": 2, "valign": "vcenter"},
    "cell": {"font_name": _SONG, "font_size": 10.5, "align": "center", "valign": "vcenter", "border": 1},
    "left": {"font_name": _SONG, "font_size": 10.5, "align": "left", "valign": "vcenter", "border": 1},
    "narrow": {"font_name": _SONG, "font_size": 9, "align": "center", "valign": "vcenter", "border": 1},
}
_ASPECT = re.compile(r"^\s*[(（][一二三四五六七八九十]{1,3}[)）][^。；，：]{0,26}$")
_LINE = {"title": 32.0, "cell": 15.0, "left": 15.0, "narrow": 13.0}
_TEXT_LINE = 29.0
_HIGHEST = 400.0
"""A row may be 409 points high; longer paragraphs are merged over several rows."""
_DIGITS = 15
"""A spreadsheet keeps so many digits of a number; a longer one is stored as a text."""
_LEAST = dt.datetime(2000, 1, 1)  # noqa: DTZ001  (the file format knows no zone)


def write(report: AnnualReport) -> bytes:
    """The workbook. Raises :class:`gongkai.values.errors.Refused` (``outside_form``)."""
    laid = {table.key: table for table in tables(report)}
    made = io.BytesIO()
    book = xlsxwriter.Workbook(
        made,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    said = {"title": report.title or "", "author": report.organ or "", "keywords": MADE_BY}
    book.set_properties({**said, "created": _made(report)})
    page = _Page(book)
    page.fill(prose(report), laid)
    book.close()
    return made.getvalue()


def _made(report: AnnualReport) -> dt.datetime:
    """A date of making that the report itself gives, so that one report always makes the same file."""
    day = report.published_on or report.dated_on
    return dt.datetime(day.year, day.month, day.day) if day else _LEAST  # noqa: DTZ001


class _Page:
    """The sheet while it is filled from above."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self.formats: dict[tuple[tuple[str, Any], ...], Any] = {}
        self.sheet = book.add_worksheet("年度报告")
        self.at = 0
        self.sheet.set_column(0, _GRID - 1, _COLUMN)
        self.sheet.set_paper(9)
        self.sheet.set_margins(left=28 / 25.4, right=26 / 25.4, top=37 / 25.4, bottom=35 / 25.4)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.set_footer('&C&"宋体"&14— &P —')
        self.sheet.hide_gridlines(2)

    def fill(self, text: Prose, laid: dict[str, LaidTable]) -> None:
        """Everything from the title to the date."""
        for line in text.title:
            self.line(line, "title")
        for line in text.preamble:
            self.line(line, "text")
        for chapter in text.chapters:
            self.chapter(chapter, laid)
        for line in filter(None, (text.signature, text.date)):
            self.line(line, "signed")

    def chapter(self, chapter: ProseChapter, laid: dict[str, LaidTable]) -> None:
        """The heading, the paragraphs, the table between two empty rows."""
        if chapter.title:
            self.line(chapter.title, "chapter")
        for text in chapter.paragraphs:
            self.line(text, "aspect" if _ASPECT.match(text) else "text")
        if chapter.table is not None:
            self.at += 1
            self.table(laid[chapter.table])
            self.at += 1

    def line(self, text: str, style: str) -> None:
        """A paragraph over the whole width, as high as its lines need."""
        size = _STYLES[style]["font_size"]
        room = _GRID * _COLUMN * 11 / (size * 1.02) - 2 * _STYLES[style].get("indent", 0)
        height = _lines(text, room) * _LINE.get(style, _TEXT_LINE)
        rows = math.ceil(height / _HIGHEST)
        for row in range(self.at, self.at + rows):
            self.sheet.set_row(row, height / rows)
        self.put((self.at, 0, self.at + rows - 1, _GRID - 1), text, style, None)
        self.at += rows

    def table(self, table: LaidTable) -> None:
        """The rows of a table, its columns spread over the grid."""
        edges = _edges(table)
        covered: set[tuple[int, int]] = set()
        for number, row in enumerate(table.rows):
            column, lines = 0, 1
            for cell in row:
                while (number, column) in covered:
                    column += 1
                first, last = edges[column], edges[column + cell.colspan] - 1
                style = "narrow" if table.width > 10 else cell.align.replace("center", "cell")
                place = (self.at + number, first, self.at + number + cell.rowspan - 1, last)
                self.put(place, cell.text, style, cell)
                room = (last - first + 1) * _COLUMN * 11 / (_STYLES[style]["font_size"] * 1.1)
                lines = max(lines, math.ceil(_lines(cell.text, room) / cell.rowspan))
                for below in range(cell.rowspan):
                    covered |= {(number + below, column + beside) for beside in range(cell.colspan)}
                column += cell.colspan
            self.sheet.set_row(self.at + number, 8 + lines * _LINE["narrow" if table.width > 10 else "cell"])
        self.at += len(table.rows)

    def put(self, place: tuple[int, int, int, int], text: str, style: str, cell: LaidCell | None) -> None:
        """One merged range: a number where the cell holds one that a spreadsheet can keep, else a text."""
        number = _number(cell)
        look: dict[str, Any] = {**_STYLES[style], "text_wrap": True}
        if number is not None:
            look["num_format"] = _pattern(number)
        elif text[:1] and text[0] in STARTS:
            look["quote_prefix"] = True
        form = self.form(look)
        if place[0] == place[2] and place[1] == place[3]:
            self.sheet.write_blank(*place[:2], None, form)
        else:
            self.sheet.merge_range(*place, "", form)
        if number is not None:
            self.sheet.write_number(*place[:2], number, form)
        elif text:
            self.sheet.write_string(*place[:2], text, form)

    def form(self, look: dict[str, Any]) -> Any:
        """A format of the book, made once."""
        key = tuple(sorted(look.items()))
        if key not in self.formats:
            self.formats[key] = self.book.add_format(look)
        return self.formats[key]


def _edges(table: LaidTable) -> list[int]:
    """Where each column of the table begins in the grid, and where the last one ends."""
    widths = list(_LEADS[table.key])
    others = table.width - len(widths)
    widths += [(_GRID - sum(widths)) // others] * others
    edges = [0]
    for width in widths:
        edges.append(edges[-1] + width)
    return edges


def _number(cell: LaidCell | None) -> Decimal | None:
    """The value of a cell as a number; None for texts, and for numbers that a spreadsheet would change."""
    if cell is None or cell.kind != "number" or not is_number(cell.value) or cell.text != str(cell.value):
        return None
    number = Decimal(str(cell.value))
    same = str(cell.value) == f"{number:f}" and not (number == 0 and number.is_signed())
    return number if same and len(number.as_tuple().digits) <= _DIGITS else None


def _pattern(number: Decimal) -> str:
    """The format that shows the number with the decimals that it was printed with."""
    decimals = -int(number.as_tuple().exponent)
    return f"0.{'0' * decimals}" if decimals > 0 else "0"


def _lines(text: str, room: float) -> int:
    """How many lines a text needs where ``room`` full-width characters fit in one."""
    room = max(room, 1.0)
    width = sum(1.0 if unicodedata.east_asian_width(letter) in "WFA" else 0.5 for letter in text)
    return max(1, math.ceil(width / room))
