"""Equations held against a report: which of them do not close, and whether that is certain.

Blank counts as nothing as long as the equation closes. Where it does not close, a blank on the smaller
side may
be the very number that is missing: then the imbalance is not ``certain``. An equation with a cell that
the reader
could not settle, or with rows that are not there on the smaller side, says nothing.

Source: the forms' own 勾稽关系 (:mod:`gongkai.tables.equations`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from gongkai.report.checks.cells import all_settled
from gongkai.report.checks.check import Check
from gongkai.report.checks.telling import found, mark_doubt
from gongkai.report.document import AnnualReport, Table
from gongkai.tables.equations import Equation, Instance
from gongkai.tables.form import form
from gongkai.values.findings import Finding, Severity, Where

CellKey = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an equation: its cells, the sum of their numbers, the blank ones and those not printed."""

    cells: tuple[CellKey, ...]
    total: int
    blank: tuple[CellKey, ...]
    absent: tuple[CellKey, ...]


@dataclass(frozen=True, slots=True)
class Imbalance:
    """An equation that does not close in one column or row. ``certain`` is False where a blank may
    explain it.
    """

    instance: Instance
    left: Side
    right: Side
    certain: bool

    @property
    def difference(self) -> int:
        """By how many 件 the sides differ, without sign."""
        return abs(self.left.total - self.right.total)

    @property
    def blank(self) -> tuple[CellKey, ...]:
        """The blank cells of both sides."""
        return self.left.blank + self.right.blank


def equation(report: AnnualReport, name: str) -> Equation:
    """The equation of that id in the form of this report, such as ``"I1"``."""
    return next(e for e in report.form.equations if e.id == name)


@lru_cache(maxsize=32)
def instances(edition: str, name: str) -> tuple[Instance, ...]:
    """The equation ``name`` of an edition written out for every column or row of its table."""
    official = form(edition)
    wanted = next(e for e in official.equations if e.id == name)
    table = official.table(wanted.table)
    return tuple(wanted.instances((r.key for r in table.rows), (c.key for c in table.columns)))


def imbalances(report: AnnualReport, name: str) -> Iterator[Imbalance]:
    """Every column or row in which the equation ``name`` does not close."""
    wanted = equation(report, name)
    table = report.table(wanted.table)
    if table is None:
        return
    for instance in instances(report.edition, name):
        if _plainly_closes(table, instance):
            continue
        left = _side(report, table, instance.left)
        right = _side(report, table, instance.right)
        if left.total == right.total or not all_settled(report, wanted.table, left.cells + right.cells):
            continue
        smaller = left if left.total < right.total else right
        if smaller.absent or (len(instance.right) == 1 and smaller.blank == instance.right):
            continue
        yield Imbalance(instance, left, right, certain=not smaller.blank)


def _plainly_closes(table: Table, instance: Instance) -> bool:
    """True where every cell holds a number and both sides agree: the usual case, told without ado."""
    cells = table.cells
    left = [cells.get(cell) for cell in instance.left]
    right = [cells.get(cell) for cell in instance.right]
    if not all(type(value) is int for value in left + right):
        return False
    return sum(left) == sum(right)  # type: ignore[arg-type]  # all are int, as just asked


def unbalanced(
    report: AnnualReport, check: Check, imbalance: Imbalance, where: Where, *, message: str, hint: str
) -> Finding:
    """The finding for an equation that does not close; a warning alone where a blank may explain it."""
    left, right = imbalance.left, imbalance.right
    finding = found(
        check,
        where,
        message,
        hint,
        said=right.total,
        expected=left.total,
        severity=None if imbalance.certain else Severity.WARNING,
    )
    return mark_doubt(report, finding, imbalance.instance.equation.table, left.cells + right.cells)


def row_sum(report: AnnualReport, table: Table, row: str) -> int | None:
    """What the total of a row ought to be by its other columns; None where they hold no number or are
    unsettled.
    """
    for candidate in report.form.equations_of(table.key):
        if candidate.along == "row":
            cells = tuple((row, column) for column in candidate.left)
            side = _side(report, table, cells)
            if len(side.blank) + len(side.absent) < len(cells) and all_settled(report, table.key, cells):
                return side.total
    return None


def _side(report: AnnualReport, table: Table, cells: tuple[CellKey, ...]) -> Side:
    """Add up one side; a blank total of a row is first computed from its row, a row left whole is taken
    whole.
    """
    total = 0
    blank: list[CellKey] = []
    absent: list[CellKey] = []
    used: list[CellKey] = []
    for cell in _as_printed(table, cells):
        used.append(cell)
        value = table.number(*cell)
        if value is None and cell[1] == "total" and len(cells) > 1 and table.printed(*cell):
            value = row_sum(report, table, cell[0])
        if value is not None:
            total += value
        elif table.printed(*cell):
            blank.append(cell)
        else:
            absent.append(cell)
    return Side(tuple(used), total, tuple(blank), tuple(absent))


def _as_printed(table: Table, cells: tuple[CellKey, ...]) -> Iterator[CellKey]:
    """The cells, with ``otherwise.*`` replaced by ``otherwise`` where a report of 2021 prints that as one
    row.
    """
    replaced: set[CellKey] = set()
    for row, column in cells:
        group = row.split(".", maxsplit=1)[0]
        whole = (group, column)
        if group == row or table.printed(row, column) or not table.printed(*whole):
            yield row, column
        elif whole not in replaced:
            replaced.add(whole)
            yield whole
