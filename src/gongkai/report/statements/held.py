"""Cells and sums of cells that a figure of the prose is held against.

An expression is ``table:row[+row|-row]:column[+column]``; a row that names a group (``withheld``) stands
for the rows under it. Blank is not zero: a blank total is computed from its row only where the printed
parts are complete, or where the equation of the outcomes (I2) closes with blanks counting as nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from gongkai.report.document import Table
from gongkai.report.statements.units import worth
from gongkai.tables.form import Form

_TERM = re.compile(r"([+-]?)([^+-]+)")
_TOTAL = "total"


@dataclass(slots=True)
class Tables:
    """The tables of one report with what was already looked up."""

    tables: Mapping[str, Table | None]
    form: Form
    _known: dict[str, int | None] = field(default_factory=dict)
    _closes: dict[str, bool] = field(default_factory=dict)

    def value(self, expression: str) -> int | None:
        """The value of an expression in the unit of its cells, or None where the report does not settle
        it.
        """
        if expression not in self._known:
            self._known[expression] = self._value(expression)
        return self._known[expression]

    def _value(self, expression: str) -> int | None:
        key, rows, columns = expression.split(":")
        table = self.tables.get(key)
        if table is None:
            return None
        if key == "remedies":
            return self._courts(table, rows, columns)
        total = 0
        for sign, row in _TERM.findall(rows):
            cells = [self._cell(table, r, c) for r in self._rows(key, row) for c in columns.split("+")]
            if not cells or None in cells:
                return None
            part = sum(c for c in cells if c is not None)
            total += -part if sign == "-" else part
        return total

    def _courts(self, table: Table, rows: str, column: str) -> int | None:
        """The sum over both kinds of lawsuit: a row that is blank throughout is no lawsuit, a blank
        beside numbers is open.
        """
        filled = [
            row
            for row in rows.split("+")
            if any(isinstance(v, int) for (r, _), v in table.cells.items() if r == row)
        ]
        cells = [self._cell(table, row, column) for row in filled]
        return None if not cells or None in cells else sum(c for c in cells if c is not None)

    def _rows(self, key: str, row: str) -> list[str]:
        return [r.key for r in self.form.table(key).rows if r.key == row or r.key.startswith(row + ".")]

    def _cell(self, table: Table, row: str, column: str) -> int | None:
        number = table.number(row, column)
        if number is not None:
            return number
        if table.cells.get((row, column)) is not None or table.key != "applications" or column != _TOTAL:
            return None
        parts = [table.number(row, c.key) for c in self.form.table("applications").columns if c.key != _TOTAL]
        if None not in parts or (row in self.form.table("applications").outcomes and self._closed(table)):
            return sum(p for p in parts if p is not None)
        return None

    def _closed(self, table: Table) -> bool:
        """True where the outcomes, blanks counting as nothing, add up to a printed total that is not 0."""
        if "I2" not in self._closes:
            form = self.form.table("applications")
            total = 0
            for row in form.outcomes:
                printed = table.number(row, _TOTAL)
                parts = (table.number(row, c.key) for c in form.columns if c.key != _TOTAL)
                total += printed if printed is not None else sum(p for p in parts if p is not None)
            self._closes["I2"] = total > 0 and total == table.number("total_outcomes", _TOTAL)
        return self._closes["I2"]

    def amount(self, row: str, column: str) -> Decimal | None:
        """An amount of the table of proactive disclosure in yuan, or None where it is blank or no number."""
        table = self.tables.get("proactive")
        if table is None:
            return None
        printed = table.cells.get((row, column))
        unit = table.units.get((row, column)) or self.form.table("proactive").column(column).unit or ""
        try:
            number = Decimal(str(printed).replace(",", "").strip())
        except InvalidOperation:
            return None
        return number * (worth(unit) or 1)


def path(expression: str) -> tuple[str, ...]:
    """An expression as the path of a statement: (table, row, column)."""
    return tuple(expression.split(":"))
