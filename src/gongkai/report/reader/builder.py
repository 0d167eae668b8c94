"""Collecting the cells of one table as they are settled, with places, printed labels, units and flags."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from gongkai.report.document import Candidate, CellKey, CellValue, Flag, Place, Table
from gongkai.report.printed import NOT_PRINTED, UNSETTLED
from gongkai.report.reader.rows import Row
from gongkai.report.reader.settle import failing
from gongkai.report.reader.slots import Proposal
from gongkai.report.reader.unsettled import flags_of
from gongkai.tables.equations import Instance
from gongkai.tables.form import Form, Label, TableForm


@dataclass(slots=True)
class Built:
    """A table of one kind as read, with the flags on it and how many of its equations fail."""

    table: Table
    flags: list[Flag] = field(default_factory=list)
    failing: int = 0
    printed: int = 0
    filled: int = 0


def equations_of(form: Form, key: str) -> tuple[Instance, ...]:
    """Every equation of a table, written out for its columns and rows."""
    table = form.table(key)
    rows = [r.key for r in table.rows]
    columns = [c.key for c in table.columns]
    return tuple(i for e in form.equations_of(key) for i in e.instances(rows, columns))


class Builder:
    """Collects cells, places, labels and flags of one table."""

    def __init__(self, table: TableForm) -> None:
        self.form = table
        self.cells: dict[CellKey, CellValue] = {}
        self.places: dict[CellKey, Place] = {}
        self.labels: dict[str, str] = {}
        self.units: dict[CellKey, str] = {}
        self.flags: list[Flag] = []

    def put(self, row_key: str, row: Row, proposal: Proposal) -> None:
        """Take a proposal as the cells of a row."""
        for column, value in proposal.cells.items():
            cell = (row_key, column)
            self.cells[cell] = value
            ordinal = proposal.source.get(column)
            known = ordinal is not None and ordinal < len(row.places)
            self.places[cell] = row.places[ordinal] if known and ordinal is not None else row.place
            if column in proposal.units:
                self.units[cell] = proposal.units[column]

    def leave_open(self, row_key: str, row: Row, columns: Sequence[Label]) -> None:
        """Put the cells of a row down as unsettled."""
        for column in columns:
            self.cells[(row_key, column.key)] = None
            self.places[(row_key, column.key)] = row.place

    def flag(self, where: tuple[str, ...], why: str, readings: Sequence[Candidate] = ()) -> None:
        """Mark what could not be settled."""
        self.flags.append(Flag((self.form.key, *where), why, tuple(readings)))

    def _take_words(self) -> None:
        unsettled = [cell for cell, value in self.cells.items() if value == UNSETTLED]
        for cell in [cell for cell, value in self.cells.items() if value == NOT_PRINTED]:
            del self.cells[cell]
        self.cells.update(dict.fromkeys(unsettled))
        self.flags += flags_of(self.form.key, self.cells, unsettled)

    def done(self, equations: Sequence[Instance] = ()) -> Built:
        """The table as it stands, the words that our own files print in cells taken for what they mean."""
        self._take_words()
        table = Table(
            self.form.key,
            MappingProxyType(self.cells),
            MappingProxyType(self.places),
            MappingProxyType(self.labels),
            MappingProxyType(self.units),
        )
        filled = sum(value is not None for value in self.cells.values())
        return Built(table, self.flags, failing(self.cells, equations), len(self.cells), filled)


def candidates(row: str, options: Sequence[Proposal], taken: Proposal | None) -> list[Candidate]:
    """The readings of a row as a flag tells them."""
    return [Candidate({(row, c): v for c, v in p.cells.items()}, p.by, p is taken) for p in options]


def row_sums(
    columns: Sequence[Label], equations: Sequence[Instance], row: str
) -> tuple[tuple[int, ...], ...]:
    """The equations inside one row, by position: parts, then the total."""
    at = {c.key: i for i, c in enumerate(columns)}
    out = []
    for equation in equations:
        if equation.equation.along == "row" and equation.at == row:
            cells = [c for _, c in (*equation.left, *equation.right)]
            if all(c in at for c in cells):
                out.append(tuple(at[c] for c in cells))
    return tuple(out)
