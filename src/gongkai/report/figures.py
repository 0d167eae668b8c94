"""What a cell counts for when reports are compared or added up: a decimal in the form's unit, or none.

Only a settled number counts. Blank, ``/`` and other texts, cells that are not printed and cells under a flag
without a taken reading are no number, and never 0. Amounts printed in another unit than the form asks
for (万元) are brought to it.
"""

from __future__ import annotations

import re
from decimal import Decimal

from gongkai.report.checks.cells import as_decimal, settled
from gongkai.report.document import AnnualReport, CellValue, Table
from gongkai.tables.form import EDITIONS, TABLES, Label, Path, form
from gongkai.values.errors import FormError

_YUAN = {"元": 0, "万元": 4, "亿元": 8}
"""Units of money as powers of ten of one yuan."""
_UNIT = re.compile(r"[亿万]?元")


def figure(report: AnnualReport, path: Path) -> Decimal | None:
    """The settled number in a cell, an amount in the unit of the form; None where there is none.

    A cell that the form does not have (a group printed as one row) counts as it is printed.
    """
    key, row, column = path
    table = report.table(key)
    if table is None or not settled(report, key, row, column):
        return None
    value = table.cells.get((row, column))
    number = as_decimal(value)
    official = column_of(report.edition, path)
    if number is None or official is None or official.unit not in _YUAN:
        return number
    unit = _printed_unit(table, row, column, value) or official.unit
    return number if unit == official.unit else number.scaleb(_YUAN[unit] - _YUAN[official.unit]).normalize()


def column_of(edition: str, path: Path) -> Label | None:
    """The column that a cell stands in, by the form of that edition; None where it has no such column."""
    try:
        return form(edition).table(path[0]).column(path[2])
    except FormError:
        return None


def all_paths() -> tuple[Path, ...]:
    """Every cell of every edition, each once, in the order of print; the later edition first."""
    found = (path for edition in EDITIONS for key in TABLES for path in form(edition).table(key).paths())
    return tuple(sorted(dict.fromkeys(found), key=lambda path: TABLES.index(path[0])))


def printed_paths(*reports: AnnualReport) -> tuple[Path, ...]:
    """Every cell that some of the reports print or leave unsettled, in the order of print.

    What no form has stands at the end of its table.
    """
    known = all_paths()
    met = {
        (key, row, column)
        for report in reports
        for key in TABLES
        if (table := report.table(key)) is not None
        for row, column in table.cells
    }
    doubtful = {path for path in known for report in reports if report.flags and report.flagged(*path)}
    met |= doubtful
    order = {path: place for place, path in enumerate(known)}
    return tuple(sorted(met, key=lambda p: (TABLES.index(p[0]), order.get(p, len(order)), p)))


def written(number: Decimal, path: Path) -> int | str:
    """The number as the exchange form has it: a count as integer, an amount as decimal string.

    >>> written(Decimal("3"), ("applications", "disclosed", "total"))
    3
    >>> written(Decimal("1.50"), ("proactive", "administrative_charge", "amount"))
    '1.50'
    """
    amount = any(c.kind == "amount" for e in EDITIONS if (c := column_of(e, path)) is not None)
    if not amount and number == number.to_integral_value():
        return int(number)
    return format(number, "f")


def dotted(path: Path) -> str:
    """A path as one key, as in ``applications.withheld.state_secret.total``; row keys may hold a dot.

    >>> dotted(("proactive", "licence", "decisions"))
    'proactive.licence.decisions'
    """
    return ".".join(path)


def _printed_unit(table: Table, row: str, column: str, value: CellValue) -> str | None:
    """The unit in the cell, beside it, or in the printed head of the column."""
    for told in (str(value), table.units.get((row, column), ""), table.labels.get(column, "")):
        match = _UNIT.search(told)
        if match:
            return match.group()
    return None
