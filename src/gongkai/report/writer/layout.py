"""The official tables as rows of cells with spans, filled with a report: one layout for every writer.

:func:`tables` gives the tables of a report in the order of the form, each exactly as the form has it:
the blocks of article 20; the applications under a head of three levels with their corner cell and the group
cells at the left; the fifteen columns of the remedies. Labels are those of the form. The four values of a
cell stay apart: a number or a text stands as printed (with its unit where print has one in the cell), blank
stays blank, and a cell that the report does not print bears
:data:`~gongkai.report.printed.NOT_PRINTED`. The prose around them is in
:mod:`gongkai.report.writer.prose` (``prose`` can be had from here too).

Source: 国办公开办函〔2021〕30号, 国办公开办函〔2019〕60号 (annexed forms).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import Literal

from gongkai.report.document import AnnualReport, CellValue, Table
from gongkai.report.printed import NOT_PRINTED, UNSETTLED
from gongkai.report.writer.prose import Prose, ProseChapter, prose
from gongkai.tables.form import EDITIONS, TABLES, Label, Path, TableForm, form
from gongkai.values.errors import Refused

__all__ = ["LaidCell", "LaidTable", "Prose", "ProseChapter", "prose", "tables"]

Kind = Literal["head", "label", "number", "corner"]
Align = Literal["left", "center"]
State = Literal["", "value", "blank", "absent", "unsettled"]
Rows = list[tuple["LaidCell", ...]]
Fill = Callable[[str, str], "LaidCell"]
"""(row, column) to the filled cell."""


@dataclass(frozen=True, slots=True)
class LaidCell:
    """One printed cell. A cell covered by a span from above or from the left is not listed.

    ``kind``: head (of columns, or the heading of a block), label (of a row or of a group of rows), corner,
    number (whatever it holds). A number cell has its ``path``, its ``value`` and its ``state``: value, blank,
    absent (not printed in the report) or unsettled; for others they are None, None and "".
    """

    text: str
    rowspan: int = 1
    colspan: int = 1
    kind: Kind = "number"
    path: Path | None = None
    align: Align = "center"
    value: CellValue = None
    state: State = ""


@dataclass(frozen=True, slots=True)
class LaidTable:
    """One table: ``title`` is that of its chapter, ``head`` how many rows at the top head its columns.

    ``width`` counts the columns of the expanded grid, ``lead`` those at the left that hold labels.
    """

    key: str
    chapter: int
    title: str
    width: int
    lead: int
    head: int
    rows: tuple[tuple[LaidCell, ...], ...]


def tables(report: AnnualReport) -> tuple[LaidTable, ...]:
    """The tables that the report has, in the order of the form; one that was not found is left out.

    Raises :class:`Refused` (``outside_form``) where the report has cells for which the form has no place.
    """
    found = [report.table(key) for key in TABLES]
    return tuple(_laid(report, table) for table in found if table is not None and table.cells)


def _laid(report: AnnualReport, table: Table) -> LaidTable:
    shape = _shape(report, table)
    unsettled = _unsettled(report, table)

    def fill(row: str, column: str) -> LaidCell:
        return _filled(table, row, column, unsettled)

    layout = {"proactive": _proactive, "applications": _applications, "remedies": _remedies}[table.key]
    head, rows = layout(shape, fill)
    first = rows[0]
    printed = report.chapter(shape.chapter)
    title = printed.title if printed.found else report.form.chapters[shape.chapter - 1].label
    lead = {"proactive": 1, "applications": 3, "remedies": 0}[table.key]
    width = sum(cell.colspan for cell in first)
    return LaidTable(table.key, shape.chapter, title, width, lead, head, tuple(rows))


def _shape(report: AnnualReport, table: Table) -> TableForm:
    """The form of this table with what this print has otherwise: one row for （六）, a unit in a head."""
    shape = report.form.table(table.key)
    rows = list(shape.rows)
    for group in shape.groups:
        members = [row for row in rows if row.group == group.key]
        own = any(row == group.key for row, _ in table.cells)
        if own and not any(row == member.key for member in members for row, _ in table.cells):
            at = rows.index(members[0])
            rows[at : at + len(members)] = [replace(group, group=shape.groups[0].key)]
    columns = tuple(_with_printed_unit(column, table) for column in shape.columns)
    made = replace(shape, rows=tuple(rows), columns=columns)
    known = set(made.paths())
    outside = [key for key in table.cells if (table.key, *key) not in known]
    if outside:
        raise _outside(outside[0], table.key)
    return made


def _with_printed_unit(column: Label, table: Table) -> Label:
    """The column under its printed label where that names another unit: the figures count in it."""
    printed = table.labels.get(column.key, "")
    if column.unit and "元" in printed and column.unit not in printed:
        return replace(column, label="".join(printed.split()))
    return column


def _outside(cell: tuple[str, str], key: str) -> Refused:
    labels = [label for edition in EDITIONS for label in form(edition).table(key).rows]
    name = next((label.label for label in labels if label.key == cell[0]), cell[0])
    return Refused(
        "outside_form",
        f"报告里有“{name}”行的数，这一年的官方格式没有这一格，无法按格式排印。"
        "请核对年份与格式，或者改存为 JSON。",
    )


def _unsettled(report: AnnualReport, table: Table) -> set[tuple[str, str]]:
    """The blank cells that a flag covers: nobody can say that print left them blank."""
    blank = (cell for cell, value in table.cells.items() if value is None) if report.flags else ()
    return {cell for cell in blank if report.flagged(table.key, *cell)}


def _filled(table: Table, row: str, column: str, unsettled: set[tuple[str, str]]) -> LaidCell:
    path = (table.key, row, column)
    if (row, column) not in table.cells:
        return LaidCell(NOT_PRINTED, path=path, state="absent")
    value = table.cells[row, column]
    if (row, column) in unsettled:
        return LaidCell(UNSETTLED, path=path, state="unsettled")
    if value is None:
        return LaidCell("", path=path, state="blank")
    unit = table.units.get((row, column), "") if is_number(value) else ""
    return LaidCell(f"{value}{unit}", path=path, value=value, state="value")


def is_number(value: CellValue) -> bool:
    """True for an integer and for a decimal amount, False for blank and for other texts."""
    if isinstance(value, int):
        return True
    try:
        return value is not None and value.isascii() and Decimal(value).is_finite()
    except InvalidOperation:
        return False


def _head(text: str, rowspan: int = 1, colspan: int = 1) -> LaidCell:
    return LaidCell(text, rowspan, colspan, "head")


def _label(text: str, rowspan: int = 1, colspan: int = 1, align: Align = "left") -> LaidCell:
    return LaidCell(text, rowspan, colspan, "label", align=align)


def _proactive(shape: TableForm, fill: Fill) -> tuple[int, Rows]:
    """A block for each item of article 20, the last column of narrow blocks drawn out."""
    width = max(len(block.columns) for block in shape.blocks)
    rows: Rows = []
    for block in shape.blocks:
        spans = [1] * (len(block.columns) - 1) + [width - len(block.columns) + 1]
        pairs = list(zip(block.columns, spans, strict=True))
        rows.append((_head(block.heading, colspan=width + 1),))
        rows.append((_head(shape.corner), *(_head(shape.column(c).label, colspan=s) for c, s in pairs)))
        for row in block.rows:
            cells = (replace(fill(row, c), colspan=s) for c, s in pairs)
            rows.append((_label(shape.row(row).label, align="center"), *cells))
    return 0, rows


def _applications(shape: TableForm, fill: Fill) -> tuple[int, Rows]:
    """A head of three levels with the corner cell, groups of rows at the left."""
    grouped = [column for column in shape.columns if column.group]
    first, last = shape.columns[0], shape.columns[-1]
    corner = LaidCell(shape.corner, 3, 3, "corner")
    rows: Rows = [
        (corner, _head(shape.column_heading, colspan=len(shape.columns))),
        (_head(first.label, 2), _head(shape.column_group, colspan=len(grouped)), _head(last.label, 2)),
        tuple(_head(column.label) for column in grouped),
    ]
    for row in shape.rows:
        cells = (fill(row.key, column.key) for column in shape.columns)
        rows.append((*_leading(shape, row), *cells))
    return 3, rows


def _leading(shape: TableForm, row: Label) -> Iterator[LaidCell]:
    """The label cells that begin in this row: the outer group, the inner group, the row itself."""
    if row.group is None:
        yield _label(row.label, colspan=3)
        return
    outer = shape.groups[0]
    inside = [r for r in shape.rows if r.group is not None]
    if row is inside[0]:
        yield _label(outer.label, rowspan=len(inside), align="center")
    if row.group == outer.key:
        yield _label(row.label, colspan=2)
        return
    siblings = [r for r in shape.rows if r.group == row.group]
    if row is siblings[0]:
        yield _label(shape.group(row.group).label, rowspan=len(siblings), align="center")
    yield _label(row.label)


def _remedies(shape: TableForm, fill: Fill) -> tuple[int, Rows]:
    """One line of fifteen numbers under a head of three levels."""
    width = len(shape.columns)
    plain = [row for row in shape.rows if row.group is None]
    grouped = [row for row in shape.rows if row.group is not None]
    rows: Rows = [
        (
            *(_head(row.label, colspan=width) for row in plain),
            _head(shape.groups[0].label, colspan=width * len(grouped)),
        ),
        (
            *(_head(column.label, rowspan=2) for _ in plain for column in shape.columns),
            *(_head(row.label, colspan=width) for row in grouped),
        ),
        tuple(_head(column.label) for _ in grouped for column in shape.columns),
        tuple(fill(row.key, column.key) for row in (*plain, *grouped) for column in shape.columns),
    ]
    return 3, rows
