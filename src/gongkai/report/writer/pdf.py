"""A report as PDF: GB/T 9704-2012 on A4, tagged and fit for keeping (PDF/A-2a and PDF/UA-1 at once).

Set by typst from the data of the report: texts are passed as data, never as markup. The tables stand as the
form has them; no row is parted over pages, and a head comes again on the next page. The fonts are named in
the description of the file. How typst is run stands in :mod:`gongkai.press.typesetting`.

Source: GB/T 9704-2012, 5 and 7.3; ISO 19005-2 (level A); ISO 14289-1.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from gongkai.press.marks import MADE_BY
from gongkai.press.typesetting import typeset
from gongkai.report.document import AnnualReport
from gongkai.report.printed import PUBLISHED
from gongkai.report.writer.fit import INSET, columns, fit
from gongkai.report.writer.headings import is_heading, lead, title_lines
from gongkai.report.writer.layout import LaidTable, tables
from gongkai.report.writer.prose import ProseChapter, prose

_INSETS = {"proactive": 5.0, "applications": 3.0, "remedies": 5.0}
_SPACE = re.compile(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])")
_BETWEEN = re.compile(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])")


def write(report: AnnualReport) -> bytes:
    """The PDF.

    Raises :class:`gongkai.values.errors.Refused`: ``outside_form`` where a cell has no place in the form, and
    as :func:`gongkai.press.typesetting.typeset` does.
    """
    return typeset(_template(), _told(report), "报告")


@cache
def _template() -> bytes:
    return files(__package__).joinpath("report.typ").read_bytes()


class _Levels:
    """Levels of headings as PDF/UA wants them: the first is 1, and none is left out on the way down."""

    def __init__(self) -> None:
        self.last = 0

    def of(self, rank: int) -> int:
        """The level of the next heading, which stands at ``rank`` where all above it are there."""
        self.last = min(rank, self.last + 1)
        return self.last


def _told(report: AnnualReport) -> dict[str, Any]:
    text = prose(report)
    laid = {table.key: table for table in tables(report)}
    levels = _Levels()
    if text.title:
        levels.of(1)
    return {
        "name": report.title or "".join(text.title) or "年度报告",
        "author": report.organ or "",
        "maker": MADE_BY,
        "side": INSET,
        "day": _day(report),
        "published": _published(report),
        "title": title_lines(text.title),
        "preamble": [_words(one, levels) for one in text.preamble],
        "chapters": [_chapter(one, laid, levels) for one in text.chapters],
        "signature": text.signature,
        "date": text.date,
    }


def _published(report: AnnualReport) -> str:
    """What the description of the file begins with where the day of publication is known."""
    return f"{PUBLISHED}：{report.published_on.isoformat()}。" if report.published_on else ""


def _day(report: AnnualReport) -> tuple[int, int, int]:
    """The day the file bears: that of the report, else the last of its year (no clock is asked)."""
    last = date(report.year or int(report.edition), 12, 31)
    day = report.dated_on or report.published_on or last
    return day.year, day.month, day.day


def _chapter(chapter: ProseChapter, laid: dict[str, LaidTable], levels: _Levels) -> dict[str, Any]:
    return {
        "title": chapter.title,
        "level": levels.of(2) if chapter.title else 0,
        "paragraphs": [_words(one, levels) for one in chapter.paragraphs],
        "table": _table(laid[chapter.table]) if chapter.table else None,
    }


def _words(text: str, levels: _Levels) -> dict[str, Any]:
    text = _held(text)
    first = lead(text)
    level = levels.of(3) if is_heading(text) else 0
    return {"text": text[len(first) :], "lead": first, "level": level}


def _held(text: str) -> str:
    """Spaces and tabs beside a full-width character as spaces that part no line: a line would lose them.

    Between two full-width characters three of them, since a narrow gap there is no space to a reader.
    """
    return _SPACE.sub("\u00a0", _BETWEEN.sub("\u00a0" * 3, text.replace("\t", " ")))


def _table(table: LaidTable) -> dict[str, Any]:
    fitted = fit(table)
    rows = [
        [
            {
                "text": cell.text,
                "rowspan": cell.rowspan,
                "colspan": cell.colspan,
                "kind": cell.kind,
                "align": cell.align,
                "size": fitted.size_of(cell, column),
            }
            for cell, column in zip(row, places, strict=True)
        ]
        for row, places in zip(table.rows, columns(table), strict=True)
    ]
    inset = _INSETS[table.key]
    return {"size": fitted.size, "widths": fitted.widths, "head": table.head, "inset": inset, "rows": rows}
