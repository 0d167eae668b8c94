"""单元格及其来历: one official table as computed from a ledger, each cell with the entries behind it.

Cells are true counts: a cell of which no entry speaks is 0. An amount is a decimal string in 万元. The ids of
the entries behind a cell are kept, those of adjustments apart as well, so that they show.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from gongkai.ledger.entries import Ref, Refusal
from gongkai.tables.form import TableForm

Cell = tuple[str, str]
"""(row, column) inside one table."""


@dataclass(frozen=True, slots=True)
class CellTable:
    """One table of one year: values, provenance, adjustments by cell, and entries that did not count."""

    key: str
    year: int
    cells: Mapping[Cell, int | str]
    provenance: Mapping[Cell, tuple[Ref, ...]]
    adjusted: Mapping[Cell, tuple[Ref, ...]]
    refusals: tuple[Refusal, ...] = ()

    def subjects(self, row: str, column: str) -> tuple[str, ...]:
        """The subjects (case numbers, documents) behind a cell, each once, in the order of the entries."""
        return tuple(dict.fromkeys(ref.subject for ref in self.provenance.get((row, column), ())))

    def number(self, row: str, column: str) -> int:
        """The count in a cell; raises :class:`KeyError` for no cell, :class:`ValueError` for an amount."""
        value = self.cells[row, column]
        if isinstance(value, str):
            raise ValueError(f"cell {row}.{column} holds an amount")
        return value


class Tally:
    """Cells being counted; mutable, used while a table is built."""

    __slots__ = ("adjusted", "counts", "refs")

    def __init__(self, form: TableForm) -> None:
        """Every cell of the form at 0."""
        cells = [(row, column) for _, row, column in form.paths()]
        self.counts: dict[Cell, int] = dict.fromkeys(cells, 0)
        self.refs: dict[Cell, list[Ref]] = {cell: [] for cell in cells}
        self.adjusted: dict[Cell, list[Ref]] = {}

    def add(self, cell: Cell, ref: Ref, count: int = 1, adjusts: bool = False) -> None:
        """Count an entry in a cell; raises :class:`KeyError` where the form has no such cell."""
        self.counts[cell] += count
        self.refs[cell].append(ref)
        if adjusts:
            self.adjusted.setdefault(cell, []).append(ref)

    def sum_into(self, cell: Cell, parts: Iterable[Cell]) -> None:
        """Let a cell be the sum of others, with everything behind them."""
        for part in parts:
            self.counts[cell] += self.counts[part]
            self.refs[cell] += self.refs[part]
            if part in self.adjusted:
                self.adjusted.setdefault(cell, []).extend(self.adjusted[part])

    def table(
        self,
        key: str,
        year: int,
        refusals: Iterable[Refusal] = (),
        amounts: Mapping[Cell, str] = MappingProxyType({}),
    ) -> CellTable:
        """The finished table; ``amounts`` stand in place of counts."""
        return CellTable(
            key,
            year,
            MappingProxyType({**self.counts, **amounts}),
            _frozen(self.refs),
            _frozen(self.adjusted),
            tuple(refusals),
        )


def _frozen(lists: Mapping[Cell, list[Ref]]) -> Mapping[Cell, tuple[Ref, ...]]:
    return MappingProxyType({cell: tuple(refs) for cell, refs in lists.items() if refs})
