"""The reader of our own tidy table (CSV): one row a cell, straight to reports.

There is nothing to guess here, so no blocks are made. A table may hold several reports: they are told apart
by organ, year and edition. A spreadsheet that opened and saved the file may have changed its line ends and
its encoding; what it may not have changed is the header.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from gongkai.files.encodings import decode
from gongkai.files.sniff import TIDY_HEADER
from gongkai.report.document import AnnualReport, CellKey, CellValue, Chapter, Source, Table
from gongkai.report.formula import unguarded
from gongkai.report.reader.unsettled import flags_of
from gongkai.report.statements import reading as statements
from gongkai.tables.form import EDITIONS, TABLES, Label, form
from gongkai.values.errors import Refused

BAD = "bad_table"
"""Code of the refusal of a tidy table that contradicts itself."""
_BIGGEST = 10_000_000
_CHAPTERS = range(1, 7)
_Self = tuple[str, str, str]


@dataclass(slots=True)
class _Half:
    """A report while its rows come in."""

    said: dict[str, str] = field(default_factory=dict)
    chapters: dict[tuple[int, str], str] = field(default_factory=dict)
    cells: dict[str, dict[CellKey, CellValue]] = field(default_factory=dict)
    labels: dict[str, dict[str, str]] = field(default_factory=dict)
    units: dict[str, dict[CellKey, str]] = field(default_factory=dict)
    unsettled: dict[str, list[CellKey]] = field(default_factory=dict)


def reports(data: bytes, name: str) -> tuple[AnnualReport, ...]:
    """The reports that the table holds, in order. Raises :class:`Refused` (``bad_table``) naming the line."""
    halves: dict[_Self, _Half] = {}
    for number, row in _rows(data):
        who = (row["organ"], row["year"], row["edition"])
        if row["edition"] not in EDITIONS or not (row["year"] == "" or row["year"].isdecimal()):
            raise _wrong(number, "年度或者格式版本的写法不对")
        _take(halves.setdefault(who, _Half()), row, number)
    if not halves:
        raise Refused(BAD, "这份表格只有表头，没有数据。请重新导出后再试。")
    source = Source(name, "csv", hashlib.sha256(data).hexdigest())
    found = [_report(who, half, source) for who, half in halves.items()]
    if len(found) == 1:
        return (found[0],)
    return tuple(replace(report, part=(i, len(found))) for i, report in enumerate(found, 1))


def _rows(data: bytes) -> Iterator[tuple[int, dict[str, str]]]:
    """Line numbers and rows by the names of the header, apostrophes taken off."""
    csv.field_size_limit(_BIGGEST)
    lines = csv.reader(io.StringIO(decode(data).removeprefix("\ufeff"), newline=""))
    try:
        next(lines)
        for row in lines:
            if not any(row):
                continue
            if len(row) != len(TIDY_HEADER):
                raise _wrong(lines.line_num, f"应有 {len(TIDY_HEADER)} 列，现有 {len(row)} 列")
            yield lines.line_num, dict(zip(TIDY_HEADER, map(unguarded, row), strict=True))
    except csv.Error as error:
        raise _wrong(lines.line_num, "引号不成对") from error


def _wrong(number: int, why: str) -> Refused:
    return Refused(BAD, f"第 {number} 行{why}，这份表格读不了。请重新导出，不要改动表头和各列。")


def _take(half: _Half, row: dict[str, str], number: int) -> None:
    if row["table"] == "report":
        if row["value_kind"] != "absent":
            half.said[row["column"]] = row["value"]
    elif row["table"] == "chapter":
        if not row["row"].isdecimal() or int(row["row"]) not in (0, *_CHAPTERS):
            raise _wrong(number, "的章号不对")
        if row["value_kind"] != "absent":
            half.chapters[int(row["row"]), row["column"]] = row["value"]
    elif row["table"] in TABLES:
        _take_cell(half, row, number)
    else:
        raise _wrong(number, f"的表名“{row['table']}”不认识")


def _take_cell(half: _Half, row: dict[str, str], number: int) -> None:
    key, cell = row["table"], (row["row"], row["column"])
    known = {path[1:] for edition in EDITIONS for path in form(edition).table(key).paths()}
    if cell not in known:
        raise _wrong(number, f"的格子“{cell[0]}·{cell[1]}”不在官方表格中")
    column = _column(row["edition"], key, cell[1])
    cells = half.cells.setdefault(key, {})
    if cell in cells:
        raise _wrong(number, "与前面的某一行重复")
    kind = row["value_kind"]
    if kind == "absent":
        return
    cells[cell] = _value(row["value"], kind, column, number)
    if kind == "unsettled":
        half.unsettled.setdefault(key, []).append(cell)
    if row["unit"] and row["unit"] != column.unit:
        half.units.setdefault(key, {})[cell] = row["unit"]
    if row["column_label"] != column.label:
        half.labels.setdefault(key, {})[column.key] = row["column_label"]


def _column(edition: str, key: str, column: str) -> Label:
    """The column by the edition of the report, or by the other where it alone has it."""
    tables = [form(one).table(key) for one in (edition, *EDITIONS)]
    return next(c for table in tables for c in table.columns if c.key == column)


def _value(text: str, kind: str, column: Label, number: int) -> CellValue:
    if kind in ("blank", "unsettled"):
        return None
    if kind == "text" or (kind == "number" and column.kind == "amount"):
        return text
    try:
        if kind == "number":
            return int(text)
    except ValueError:
        pass
    raise _wrong(number, f"的值“{text}”与种类“{kind}”不符")


def _report(who: _Self, half: _Half, source: Source) -> AnnualReport:
    organ, year, edition = who
    chapters = tuple(_chapter(half, number) for number in _CHAPTERS)
    preamble = _chapter(half, 0)
    tables = {key: _table(key, half) for key in TABLES}
    return AnnualReport(
        source=source,
        organ=organ or None,
        organ_kind=half.said.get("organ_kind"),
        title=half.said.get("title"),
        year=int(year) if year else None,
        edition=edition,
        dated_on=_day(half.said.get("dated_on")),
        published_on=_day(half.said.get("published_on")),
        chapters=chapters,
        preamble=preamble,
        tables=MappingProxyType(tables),
        flags=tuple(
            f for key, cells in half.unsettled.items() for f in flags_of(key, half.cells[key], cells)
        ),
        statements=statements.read(
            chapters, tables, form(edition), int(year) if year else None, organ=organ or None
        ),
    )


def _chapter(half: _Half, number: int) -> Chapter:
    title, text = half.chapters.get((number, "title")), half.chapters.get((number, "text"))
    return Chapter(number, title or "", title is not None or text is not None, text or "")


def _table(key: str, half: _Half) -> Table | None:
    cells = half.cells.get(key)
    if not cells:
        return None
    return Table(
        key,
        MappingProxyType(cells),
        labels=MappingProxyType(half.labels.get(key, {})),
        units=MappingProxyType(half.units.get(key, {})),
    )


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
