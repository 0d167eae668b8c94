"""XLSX to blocks: each visible sheet is its name and the cells that print would show, merged ranges as spans.

Formulas give the values that were saved with them; whole numbers come without a decimal point,
dates as dates. Hidden sheets, rows and columns are left out with a note.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

import openpyxl  # type: ignore[import-untyped]
from openpyxl.utils.cell import range_boundaries  # type: ignore[import-untyped]

from gongkai.files.archives import Archive, damaged, parse_xml
from gongkai.files.limits import Limits
from gongkai.report.reader.blocks import Cell, Document, Grid, Item, Paragraph
from gongkai.report.reader.labels import rows_of
from gongkai.report.reader.normal import fold
from gongkai.report.reader.properties import published_on
from gongkai.report.reader.spacing import BREAK, tidy
from gongkai.tables.form import EDITIONS
from gongkai.values.dates import day_words
from gongkai.values.errors import OverLimit

_CELL = re.compile(rb"<(?:\w+:)?c[\s>/]")
_PARTS = re.compile(r"\.(?:xml|rels)$", re.IGNORECASE)
_KEPT = ("xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", "[Content_Types].xml")
_WIDEST = 200
_HEADING = re.compile(r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]")
_DECIMALS = re.compile(r"(?:#,##)?0(\.0+)?(%)?(?:\"([^\"]*)\")?(?:_.*|;.*)?$")
_EMPTY_FORMULA = re.compile(rb"<f[^<>]*(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>")


def blocks(data: bytes, limits: Limits | None = None) -> Document:
    """The document of a workbook.

    Raises Refused (``damaged``, ``encrypted``, ``unsafe_xml`` …) or OverLimit (``bomb``, ``too_many_cells``).
    """
    bounds = limits or Limits()
    bounds.check_size(len(data))
    archive = Archive(data, bounds)
    document = Document("xlsx", published_on=published_on(archive))
    safe = _checked(archive, bounds, document.notes)
    try:
        book = openpyxl.load_workbook(io.BytesIO(safe), data_only=True, keep_links=False)
    except (
        Exception
    ) as error:  # the library has no exception of its own for a workbook that contradicts itself
        raise damaged(error) from error
    if not book.worksheets:
        raise damaged()
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    hidden = [sheet.title for sheet in book.worksheets if sheet.sheet_state != "visible"]
    if hidden:
        document.notes.append(f"隐藏的工作表没有读取：{'、'.join(hidden)}。")
    for sheet in shown:
        document.items.extend(_items(sheet, document.notes, named=len(shown) > 1))
    for number, item in enumerate(document.items, 1):
        item.line = number
    return document


def _checked(archive: Archive, limits: Limits, notes: list[str]) -> bytes:
    """The package again, with only the parts that hold cells and texts, each unpacked within the limits.

    What is left out (pictures, macros, drawings, outside links) cannot harm the library that reads the rest.
    """
    cells = unsaved = 0
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as package:
        for name in sorted(archive.names):
            if not _wanted(name):
                continue
            part = archive.read(name)
            root = parse_xml(part)
            if name.startswith("xl/worksheets/"):
                cells += len(_CELL.findall(part)) + _merged_area(root)
                unsaved += len(_EMPTY_FORMULA.findall(part))
                if cells > limits.cells:
                    raise OverLimit(
                        "too_many_cells",
                        f"表格过大：超过 {limits.cells} 格，已停止读取。请只保留报告本身再试。",
                    )
            package.writestr(name, part)
    if unsaved:
        notes.append(
            f"有 {unsaved} 个公式没有保存计算结果，按空格读取。请用 Excel 或 WPS 表格打开并保存一次后再试。"
        )
    return made.getvalue()


def _merged_area(root: Any) -> int:
    """The number of cells that merged ranges cover; the library makes an object for each of them."""
    area = 0
    for merged in root.iter("{*}mergeCell"):
        try:
            left, top, right, bottom = range_boundaries(merged.get("ref", ""))
            area += (right - left + 1) * (bottom - top + 1)
        except (TypeError, ValueError) as error:
            raise damaged(error) from error
    return area


def _wanted(name: str) -> bool:
    """Parts with cells, shared texts, styles and the relations between them."""
    if not _PARTS.search(name):
        return False
    sheets = name.startswith("xl/worksheets/") and "/_rels/" not in name
    return name in _KEPT or sheets or name in ("_rels/.rels", "xl/_rels/workbook.xml.rels")


@dataclass(slots=True)
class _Row:
    """A visible row: the cells that start in it and whether any of them has a border."""

    cells: list[Cell]
    bordered: bool


def _items(sheet: Any, notes: list[str], *, named: bool) -> list[Item]:
    """The name of the sheet (where there are several), then regions between empty rows."""
    items: list[Item] = []
    region: list[_Row] = []
    for row in [*_visible_rows(sheet, notes), _Row([], bordered=False)]:
        if row.cells:
            region.append(row)
        elif region:
            items.extend(_region(region))
            region = []
    return [Paragraph(tidy(sheet.title)), *items] if named and items else items


def _region(rows: list[_Row]) -> list[Item]:
    """Rows of one cell before and after a table, and numbered headings within, are lines of text."""
    wide = [number for number, row in enumerate(rows) if len(row.cells) > 1]
    items: list[Item] = []
    grid: list[list[Cell]] = []
    for number, row in enumerate(rows):
        inside = bool(wide) and wide[0] <= number <= wide[-1]
        caption = row.bordered and number + 1 in wide
        text = row.cells[0].text
        if len(row.cells) > 1 or ((inside or caption) and (not _HEADING.match(text) or _is_label(text))):
            grid.append(row.cells)
            continue
        if grid:
            items.append(Grid(_with_blanks(grid)))
            grid = []
        items.extend(Paragraph(line) for line in text.split("\n") if line)
    return [*items, Grid(_with_blanks(grid))] if grid else items


def _is_label(text: str) -> bool:
    """True for the label of a row with empty cells, which only looks like a heading."""
    return any(rows_of(edition, "applications").exact(fold(text)) for edition in EDITIONS)


def _with_blanks(grid: list[list[Cell]]) -> list[list[Cell]]:
    """A sheet stores no empty cells: put them back, since blank is not the same as missing."""
    width = max(c.column + c.colspan for row in grid for c in row)
    covered = [set[int]() for _ in grid]
    for number, row in enumerate(grid):
        for cell in row:
            for below in covered[number : number + cell.rowspan]:
                below.update(range(cell.column, cell.column + cell.colspan))
    return [
        sorted([*row, *(Cell("", c) for c in range(width) if c not in taken)], key=lambda c: c.column)
        for row, taken in zip(grid, covered, strict=True)
    ]


def _visible_rows(sheet: Any, notes: list[str]) -> list[_Row]:
    """The rows from the first to the last with content, hidden rows and columns taken out."""
    cells = {place: cell for place, cell in sheet._cells.items() if _shows(cell)}
    for merged in sheet.merged_cells.ranges:
        cells[merged.min_row, merged.min_col] = sheet._cells[merged.min_row, merged.min_col]
    if not any(cell.value is not None for cell in cells.values()):
        return []
    hidden_rows = {number for number, row in sheet.row_dimensions.items() if row.hidden}
    hidden_columns = _hidden_columns(sheet)
    if any(row in hidden_rows or column in hidden_columns for row, column in cells):
        notes.append(f"工作表“{sheet.title}”中隐藏的行或列没有读取。")
    spans = {(m.min_row, m.min_col): (m.max_row, m.max_col) for m in sheet.merged_cells.ranges}
    by_row: dict[int, _Row] = {}
    for row, column in sorted(cells):
        if row in hidden_rows or column in hidden_columns:
            continue
        cell = cells[row, column]
        last_row, last_column = spans.get((row, column), (row, column))
        line = by_row.setdefault(row, _Row([], bordered=False))
        line.bordered = line.bordered or _has_border(cell)
        line.cells.append(
            Cell(
                tidy(_printed(cell).replace("\n", BREAK)),
                column - 1 - sum(1 for c in hidden_columns if c < column),
                last_column - column + 1 - sum(1 for c in hidden_columns if column <= c <= last_column),
                last_row - row + 1 - sum(1 for r in hidden_rows if row <= r <= last_row),
            )
        )
    covered = {r for row, _ in spans for r in range(row, spans[row, _][0] + 1) if r not in hidden_rows}
    numbers = sorted(set(by_row) | covered)
    return _with_gaps(by_row, numbers, hidden_rows)


def _with_gaps(by_row: dict[int, _Row], numbers: list[int], hidden: set[int]) -> list[_Row]:
    """Rows in order; one empty row stands for every gap, a row that is all covered by spans stays a row."""
    rows: list[_Row] = []
    before: int | None = None
    for number in numbers:
        if before is not None and any(
            gap not in hidden for gap in range(before + 1, min(number, before + 99))
        ):
            rows.append(_Row([], bordered=False))
        if number in by_row:
            rows.append(by_row[number])
        before = number
    return rows


def _hidden_columns(sheet: Any) -> set[int]:
    """The numbers of hidden columns, from 1; a declaration may cover a run of columns."""
    hidden: set[int] = set()
    for column in sheet.column_dimensions.values():
        if column.hidden and column.min is not None and column.max is not None:
            hidden.update(range(column.min, min(column.max, column.min + _WIDEST) + 1))
    return hidden


def _shows(cell: Any) -> bool:
    """True for a cell with a value or a border; cells covered by a merge are of another class."""
    return type(cell).__name__ == "Cell" and (cell.value is not None or _has_border(cell))


def _has_border(cell: Any) -> bool:
    border = cell.border if cell.has_style else None
    return border is not None and any(
        side is not None and side.style for side in (border.left, border.right, border.top, border.bottom)
    )


def _printed(cell: Any) -> str:
    """A value as the sheet shows it, without thousands separators."""
    value, pattern = cell.value, cell.number_format or ""
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return _day(value, pattern)
    if isinstance(value, bool | time | str):
        return str(value)
    return _number(value, pattern) if isinstance(value, int | float) else str(value)


def _day(value: datetime | date, pattern: str) -> str:
    """A date; the hour only where there is one."""
    if "年" in pattern:
        return day_words(value)
    if isinstance(value, datetime) and (value.hour or value.minute):
        return value.isoformat(" ", "minutes")
    return f"{value.year:04d}-{value.month:02d}-{value.day:02d}"


def _number(value: float, pattern: str) -> str:
    """A number with the decimals of its format; General gives at most 15 digits and no ``.0``."""
    shown = _DECIMALS.match(pattern)
    if shown:
        decimals = len(shown.group(1) or ".") - 1
        percent = "%" if shown.group(2) else ""
        unit = shown.group(3) or ""
        return f"{value * 100 if percent else value:.{decimals}f}{percent}{unit}"
    return str(value) if isinstance(value, int) else f"{value:.15g}"
