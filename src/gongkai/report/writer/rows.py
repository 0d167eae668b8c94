"""Any plain table of rows as CSV and as a workbook: what a list of the office is exported to.

One header row, ISO dates, UTF-8 with a mark at its head in CSV, no merged cells; a text is never a formula.

Source: conventions of open data (machine-readable, one header row); OWASP, CSV Injection.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

import xlsxwriter

from gongkai.report.formula import STARTS, guarded

_MARK = "\ufeff"
_LEAST = dt.datetime(2000, 1, 1)  # noqa: DTZ001  (the file format knows no zone)
_WIDEST = 60
_SHEET = 31
"""Characters that the name of a sheet may have."""


def plain(value: Any) -> str:
    """The text of a value: ISO dates, times to the second, nothing for None, 是 and 否."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, dt.datetime):
        return value.isoformat(sep=" ", timespec="seconds")[:19]
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def csv_rows(headings: Sequence[str], lines: Iterable[Sequence[Any]]) -> bytes:
    """The table as CSV; a text that a spreadsheet would compute is given an apostrophe at its head."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(headings)
    for line in lines:
        numbers = (isinstance(v, int | Decimal) and not isinstance(v, bool) for v in line)
        writer.writerow([v if number else guarded(plain(v)) for v, number in zip(line, numbers, strict=True)])
    return (_MARK + out.getvalue()).encode()


def xlsx_rows(title: str, headings: Sequence[str], lines: Iterable[Sequence[Any]]) -> bytes:
    """The table as a workbook of one sheet, the header row frozen and filtered, numbers as numbers."""
    return xlsx_sheets((title, headings, lines))


def xlsx_sheets(*sheets: tuple[str, Sequence[str], Iterable[Sequence[Any]]]) -> bytes:
    """A workbook of several such tables (title, headings, lines), named after the first."""
    made = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(made, options | {"strings_to_numbers": False})
    book.set_properties({"title": sheets[0][0], "created": _LEAST})
    head = book.add_format({"bold": True, "border": 1, "bg_color": "#EEF4FB", "text_wrap": True})
    kept = book.add_format({"quote_prefix": True})
    for title, headings, lines in sheets:
        sheet = book.add_worksheet("".join(c for c in title if c not in "[]:*?/\\")[:_SHEET] or "表")
        _fill(sheet, headings, lines, head, kept)
    book.close()
    return made.getvalue()


def _fill(sheet: Any, headings: Sequence[str], lines: Iterable[Sequence[Any]], head: Any, kept: Any) -> None:
    widths = [2 * len(h) for h in headings]
    for column, words in enumerate(headings):
        sheet.write_string(0, column, words, head)
    row = 0
    for row, line in enumerate(lines, start=1):
        for column, value in enumerate(line):
            if isinstance(value, int | Decimal) and not isinstance(value, bool):
                sheet.write_number(row, column, value)
            else:
                text = plain(value)
                if not text:
                    continue
                sheet.write_string(row, column, text, kept if text[0] in STARTS else None)
                widths[column] = max(widths[column], 2 * len(text))
    for column, width in enumerate(widths):
        sheet.set_column(column, column, min(width + 2, _WIDEST))
    sheet.freeze_panes(1, 0)
    if headings:
        sheet.autofilter(0, 0, max(row, 1), len(headings) - 1)
    sheet.repeat_rows(0)
