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
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import xlsxwriter

from gongkai.press.marks import MADE_BY
from gongkai.report.document import AnnualReport
from gongkai.report.formula import STARTS
from gongkai.report.printed import PUBLISHED
from gongkai.report.writer.layout import LaidCell, LaidTable, is_number, tables
from gongkai.report.writer.prose import Prose, ProseChapter, prose

_GRID = 60
_COLUMN = 10
"""Width of a column of the grid in pixels; sixty of them fill the 156 mm of the type area."""
_LEADS = {"proactive": (15,), "applications": (4, 6, 15), "remedies": ()}
"""How many columns of the grid each column of labels takes; the others share the rest evenly."""
_TITLE, _BLACK, _KAI, _FANG, _SONG = "方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312", "宋体"
_STYLES: dict[str, dict[str, Any]] = {
    "title": {"font_name": _TITLE, "font_size": 22, "align": "center", "valign": "vcenter"},
    "chapter": {"font_name": _BLACK, "font_size": 16, "align": "left", "valign": "vcenter"},
    "aspect": {"font_name": _KAI, "font_size": 16, "align": "left", "valign": "vcenter"},
    "text": {"font_name": _FANG, "font_size": 16, "align": "left", "valign": "top"},
    "signed": {"font_name": _FANG, "font_size": 16, "align": "right", "indent": 2, "valign": "vcenter"},
    "cell": {"font_name": _SONG, "font_size": 10.5, "align": "center", "valign": "vcenter", "border": 1},
    "left": {"font_name": _SONG, "font_size": 10.5, "align": "left", "valign": "vcenter", "border": 1},
    "narrow": {"font_name": _SONG, "font_size": 9, "align": "center", "valign": "vcenter", "border": 1},
}
_ASPECT = re.compile(r"^\s*[(（][一二三四五六七八九十]{1,3}[)）][^。；，：]{0,26}$")
_INDENTED = ("chapter", "aspect", "text")
_INDENT = "　　"
"""A sheet knows no indent of a first line; readers drop blanks at the head of a paragraph."""
_LINE = {"title": 32.0, "cell": 15.0, "left": 15.0, "narrow": 13.0}
_TEXT_LINE = 24.0
_HIGHEST = 400.0
"""A row may be 409 points high; longer paragraphs are merged over several rows."""
_PIXELS = 1.36
"""Pixels a point, and a little: full-width characters stand side by side with no room to spare."""
_WIDE = 10
"""A table of more columns is set smaller."""
_GAP = 12.0
_PAGE = 630.0
"""Points of the 225 mm of the type area that rows may fill."""
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
    if report.published_on is not None:
        book.set_custom_property(PUBLISHED, report.published_on.isoformat(), "text")
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
        self.used = 0.0
        self.breaks: list[int] = []
        self.sheet.set_column_pixels(0, _GRID - 1, _COLUMN)
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
        self.sheet.set_h_pagebreaks(self.breaks)

    def chapter(self, chapter: ProseChapter, laid: dict[str, LaidTable]) -> None:
        """The heading, the paragraphs, the table between two empty rows, on one page where it can be."""
        table = laid[chapter.table] if chapter.table is not None else None
        needed = sum(map(_height, _lines_of(table), [table.width] * len(table.rows))) if table else 0.0
        if _PAGE - self.used < needed + 2 * _TEXT_LINE <= _PAGE and not chapter.paragraphs:
            self.breaks.append(self.at)
            self.used = 0.0
        if chapter.title:
            self.line(chapter.title, "chapter")
        for text in chapter.paragraphs:
            self.line(text, "aspect" if _ASPECT.match(text) else "text")
        if table is not None:
            self.row(_GAP)
            self.table(table)
            self.row(_GAP)

    def row(self, height: float) -> None:
        """Set the height of the next row and go below it."""
        self.sheet.set_row(self.at, height)
        self.used = height if self.used + height > _PAGE else self.used + height
        self.at += 1

    def line(self, text: str, style: str) -> None:
        """A paragraph over the whole width, as high as its lines need."""
        text = f"{_INDENT}{text}" if style in _INDENTED else text
        height = _lines(text, _GRID, style) * _LINE.get(style, _TEXT_LINE)
        rows = math.ceil(height / _HIGHEST)
        self.put((self.at, 0, self.at + rows - 1, _GRID - 1), text, style, None)
        for _ in range(rows):
            self.row(height / rows)

    def table(self, table: LaidTable) -> None:
        """The rows of a table, its columns spread over the grid."""
        edges = _edges(table)
        top = self.at
        for number, column, cell in _placed(table):
            style = _style(table, cell)
            last = edges[column + cell.colspan] - 1
            self.put(
                (top + number, edges[column], top + number + cell.rowspan - 1, last), cell.text, style, cell
            )
        for lines in _lines_of(table):
            self.row(_height(lines, table.width))

    def put(self, place: tuple[int, int, int, int], text: str, style: str, cell: LaidCell | None) -> None:
        """One merged range: a number where the cell holds one that a spreadsheet can keep, else a text."""
        number = _number(cell)
        look: dict[str, Any] = {**_STYLES[style], "text_wrap": number is None}
        if number is not None and cell is not None:
            look |= {"num_format": _pattern(number, cell.text), "shrink": True}
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


def _placed(table: LaidTable) -> Iterator[tuple[int, int, LaidCell]]:
    """Every cell with its row and its first column."""
    covered: set[tuple[int, int]] = set()
    for number, row in enumerate(table.rows):
        column = 0
        for cell in row:
            while (number, column) in covered:
                column += 1
            yield number, column, cell
            below, beside = range(number, number + cell.rowspan), range(column, column + cell.colspan)
            covered.update((r, c) for r in below for c in beside)
            column += cell.colspan


def _style(table: LaidTable, cell: LaidCell) -> str:
    return "narrow" if table.width > _WIDE else "left" if cell.align == "left" else "cell"


def _lines_of(table: LaidTable) -> list[int]:
    """How many lines each row needs."""
    edges = _edges(table)
    lines = [1] * len(table.rows)
    for number, column, cell in _placed(table):
        needed = _lines(cell.text, edges[column + cell.colspan] - edges[column], _style(table, cell))
        lines[number] = max(lines[number], math.ceil(needed / cell.rowspan))
    return lines


def _height(lines: int, width: int) -> float:
    """The height in points of a row of so many lines in a table of so many columns."""
    return 8 + lines * _LINE["narrow" if width > _WIDE else "cell"]


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
    if cell is None or cell.kind != "number" or not is_number(cell.value):
        return None
    number = Decimal(str(cell.value))
    same = str(cell.value) == f"{number:f}" and not (number == 0 and number.is_signed())
    return number if same and len(number.as_tuple().digits) <= _DIGITS else None


def _pattern(number: Decimal, printed: str) -> str:
    """The format that shows the number with its decimals and its unit, both as they were printed."""
    decimals = -int(number.as_tuple().exponent)
    unit = printed.removeprefix(f"{number:f}").replace('"', "")
    return (f"0.{'0' * decimals}" if decimals > 0 else "0") + (f'"{unit}"' if unit else "")


def _lines(text: str, columns: int, style: str) -> int:
    """How many lines a text needs over so many columns of the grid."""
    room = max(1.0, int((columns * _COLUMN - 6) / (_STYLES[style]["font_size"] * _PIXELS)))
    width = sum(1.0 if unicodedata.east_asian_width(letter) in "WFA" else 0.5 for letter in text)
    return max(1, math.ceil(width / room))
