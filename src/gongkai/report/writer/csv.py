"""A report as a tidy table: one row a cell, so that any program can filter, join and sum it.

UTF-8 with a mark at its head (spreadsheets ask for it), one header row, ISO dates, no merged cells. ``table``
is one of the official tables, or ``report`` (what the report says of itself) or ``chapter`` (titles and
prose). Every cell of the form has its row; ``value_kind`` tells absent (not printed), blank, number, text and
unsettled apart. A text that a spreadsheet would take for a formula is given an apostrophe at its head, which
:mod:`gongkai.report.reader.tidy` takes off again. :func:`dictionary` explains every column and every key.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator

from gongkai.files.sniff import TIDY_HEADER
from gongkai.report.document import AnnualReport, Chapter, Table
from gongkai.report.formula import guarded
from gongkai.report.writer.layout import LaidCell, is_number, tables
from gongkai.tables.form import EDITIONS, TABLES, Label, TableForm, form

_MARK = "\ufeff"
_MONEY = re.compile(r"[亿万]?元")
_SELF = ("title", "organ_kind", "dated_on", "published_on")

Line = tuple[str, str, str, str, str, str, str, str]
"""(table, row, column, row label, column label, value, kind, unit)."""


def write(report: AnnualReport) -> bytes:
    """The tidy table of one report. Raises :class:`gongkai.values.errors.Refused` (``outside_form``)."""
    year = "" if report.year is None else str(report.year)
    first = (guarded(report.organ or ""), year, report.edition)
    return _bytes([TIDY_HEADER, *((*first, *line) for line in _lines(report))])


def _bytes(rows: Iterable[Iterable[str]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return (_MARK + out.getvalue()).encode()


def _lines(report: AnnualReport) -> Iterator[Line]:
    for key in _SELF:
        said = getattr(report, key)
        yield ("report", "self", key, "", "", *_text(None if said is None else str(said)), "")
    for chapter in ([report.preamble] if report.preamble else []) + list(report.chapters):
        for column, text in (("title", chapter.title), ("text", chapter.text)):
            yield ("chapter", str(chapter.number), column, "", "", *_text(_if_found(chapter, text)), "")
    laid = {cell.path: cell for t in tables(report) for row in t.rows for cell in row if cell.path}
    for key in TABLES:
        table = report.table(key) or Table(key)
        for row, column in _cells(report, table):
            yield _line(report, table, row, column, laid.get((key, row, column)))


def _if_found(chapter: Chapter, text: str) -> str | None:
    return text if chapter.found else None


def _text(text: str | None) -> tuple[str, str]:
    """(value, kind) of a text: absent, blank or itself."""
    if text is None:
        return "", "absent"
    return (guarded(text), "text") if text else ("", "blank")


def _cells(report: AnnualReport, table: Table) -> list[tuple[str, str]]:
    """Every cell of the form, and those that the report has beside it (one row for a whole group)."""
    official = [path[1:] for path in report.form.table(table.key).paths()]
    return list(dict.fromkeys([*official, *table.cells]))


def _line(report: AnnualReport, table: Table, row: str, column: str, cell: LaidCell | None) -> Line:
    shape = report.form.table(table.key)
    rows = {label.key: label for label in (*shape.groups, *shape.rows)}
    of_column = shape.column(column)
    labels = (guarded(rows[row].label), guarded(_printed(of_column, table)))
    where = (table.key, row, column, *labels)
    if cell is None or cell.state == "absent":
        return (*where, "", "absent", "")
    if cell.state != "value":
        return (*where, "", cell.state, "")
    kind = "number" if _is_number(cell, of_column) else "text"
    value = str(cell.value) if kind == "number" else guarded(str(cell.value))
    return (*where, value, kind, guarded(_unit(table, row, of_column)))


def _is_number(cell: LaidCell, column: Label) -> bool:
    return isinstance(cell.value, int) or (column.kind == "amount" and is_number(cell.value))


def _printed(column: Label, table: Table) -> str:
    """The label of a column; as printed where print counts in another unit."""
    printed = table.labels.get(column.key, "")
    other = column.unit is not None and _MONEY.search(printed) and column.unit not in printed
    return "".join(printed.split()) if other else column.label


def _unit(table: Table, row: str, column: Label) -> str:
    """The unit of a figure: that of its cell, else that of the printed head, else that of the form."""
    told = table.units.get((row, column.key))
    if told or column.unit is None:
        return told or ""
    head = _MONEY.search(_printed(column, table))
    return head.group() if head else column.unit


_COLUMNS = {
    "organ": ("机关", "报告所属的行政机关，照报告原样。"),
    "year": ("年度", "报告统计的年度，四位数字。"),
    "edition": ("格式版本", "2021 为现行格式，2019 为 2019、2020 年度使用的试行格式。"),
    "table": ("表", "官方表格的键；report 为报告自身的信息，chapter 为正文（0 为第一章之前的文字）。"),
    "row": ("行", "行的键；在 chapter 中是章的序号。"),
    "column": ("列", "列的键；在 chapter 中 title 为标题，text 为正文。"),
    "row_label": ("行名", "官方表格中的行名。"),
    "column_label": ("列名", "官方表格中的列名；报告用了别的金额单位时，照报告原样。"),
    "value": ("值", "数字或者文字。开头会被电子表格当成公式的文字，前面加了一个半角撇号。"),
    "value_kind": ("值的种类", "见下面 value_kind 各项。"),
    "unit": ("单位", "金额的单位，或者报告在格子里印出的单位。"),
}
_KINDS = {
    "absent": "报告里没有印出这一格",
    "blank": "印出了这一格，没有填",
    "number": "数字",
    "text": "文字，照报告原样",
    "unsettled": "没有读准，待核对",
}
_SAID = {"title": "标题", "organ_kind": "机关类别", "dated_on": "落款日期", "published_on": "发布日期"}


def dictionary() -> bytes:
    """The data dictionary as a table of its own: every column, kind of value, table, row and column key."""
    rows: list[tuple[str, ...]] = [("项目", "格式版本", "键", "名称", "说明")]
    rows += [("列", "", key, *said) for key, said in _COLUMNS.items()]
    rows += [("value_kind", "", key, said, "") for key, said in _KINDS.items()]
    rows += [("report", "", key, said, "") for key, said in _SAID.items()]
    rows += [row for edition in EDITIONS for table in form(edition).tables for row in _keys(edition, table)]
    return _bytes(tuple(map(guarded, row)) for row in rows)


def _keys(edition: str, table: TableForm) -> Iterator[tuple[str, ...]]:
    title = form(edition).chapters[table.chapter - 1].label
    yield ("表", edition, table.key, title, form(edition).source)
    groups = {group.key: group.label for group in table.groups}
    for row in table.rows:
        yield ("行", edition, f"{table.key}.{row.key}", row.label, groups.get(row.group or "", ""))
    for column in table.columns:
        told = "；".join(filter(None, (column.group, column.unit and f"单位：{column.unit}")))
        yield ("列", edition, f"{table.key}.{column.key}", column.label, told)
