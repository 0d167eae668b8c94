"""What a check may rely on in a cell, and where the cell stands.

The reader flags what it could not settle. A rule must never lay such a cell at the office's door, so
every rule
asks here: :func:`settled` is False for a cell under a flag without a taken reading. A flag *with* a taken
reading leaves the cell usable; :func:`doubted` then lets the finding say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache

from gongkai.report.document import AnnualReport, CellValue, Table
from gongkai.tables.form import EDITIONS, TABLES, TableForm, form
from gongkai.values.findings import Where

CellKey = tuple[str, str]

_DECIMAL = re.compile(r"[-+]?\d+(?:\.\d+)?")
_MONEY_UNITS = ("亿元", "万元", "元")


def settled(report: AnnualReport, table: str, row: str, column: str) -> bool:
    """False where a flag covers this cell and none of its readings was taken."""
    return not any(
        flag.covers(table, row, column) and not any(reading.taken for reading in flag.readings)
        for flag in report.flags
    )


def doubted(report: AnnualReport, table: str, cells: Iterable[CellKey]) -> bool:
    """True where some of these cells stand under a flag, taken reading or not."""
    return bool(report.flags) and any(report.flagged(table, row, column) for row, column in cells)


def all_settled(report: AnnualReport, table: str, cells: Iterable[CellKey]) -> bool:
    """True where a rule may judge all of these cells."""
    return not report.flags or all(settled(report, table, row, column) for row, column in cells)


def number(report: AnnualReport, table: str, row: str, column: str) -> int | None:
    """The settled integer in a cell; None where it is blank, text, absent or unsettled."""
    found = report.table(table)
    if found is None or not settled(report, table, row, column):
        return None
    return found.number(row, column)


def as_decimal(value: CellValue) -> Decimal | None:
    """A printed number as a decimal, its money unit left aside; None where the cell holds no number.

    >>> as_decimal("7730.28"), as_decimal("251000元"), as_decimal("/")
    (Decimal('7730.28'), Decimal('251000'), None)
    """
    if value is None:
        return None
    if isinstance(value, int):
        return Decimal(value)
    text = value.strip().replace(",", "")
    for unit in _MONEY_UNITS:
        text = text.removesuffix(unit)
    return Decimal(text) if _DECIMAL.fullmatch(text) else None


def official_cells(report: AnnualReport, key: str) -> tuple[CellKey, ...]:
    """Every (row, column) of the official table, in the order of print."""
    return _official_cells(report.edition, key)


@lru_cache(maxsize=len(EDITIONS) * len(TABLES))
def _official_cells(edition: str, key: str) -> tuple[CellKey, ...]:
    return tuple((row, column) for _, row, column in form(edition).table(key).paths())


def printed_settled(report: AnnualReport, key: str) -> Iterator[tuple[CellKey, CellValue]]:
    """The printed cells of a table that a rule may judge, in the order of print; nothing for an absent
    table.
    """
    table = report.table(key)
    if table is None:
        return
    flags = bool(report.flags)
    for cell in official_cells(report, key):
        if cell in table.cells and (not flags or settled(report, key, *cell)):
            yield cell, table.cells[cell]


def rows_absent(table: Table, official: TableForm) -> tuple[str, ...]:
    """Keys of the official rows of which the report prints no cell at all."""
    printed = {row for row, _ in table.cells}
    return tuple(row.key for row in official.rows if row.key not in printed)


def unsplit_groups(report: AnnualReport, table: Table) -> tuple[str, ...]:
    """Groups of rows that the report prints as one row, or leaves out while it prints every other row."""
    official = report.form.table(table.key)
    printed = {row for row, _ in table.cells}
    unsplit = []
    for group in official.groups:
        rows = {r.key for r in official.rows if r.group == group.key}
        others = {r.key for r in official.rows} - rows
        if rows and not rows & printed and (group.key in printed or others <= printed):
            unsplit.append(group.key)
    return tuple(unsplit)


def at(report: AnnualReport, table: str, row: str | None = None, column: str | None = None) -> Where:
    """The place of a cell, a row or a table: its keys, and page, line and block as far as the reader
    knows them.
    """
    found = report.table(table)
    place = None
    if found is not None:
        if row is not None and column is not None:
            place = found.places.get((row, column))
        if place is None:
            place = next(
                (p for (r, c), p in found.places.items() if row in (None, r) and column in (None, c)), None
            )
    if place is None:
        return Where(table, row, column)
    return Where(table, row, column, page=place.page, line=place.line, block=place.block)
