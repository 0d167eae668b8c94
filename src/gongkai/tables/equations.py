"""勾稽关系: the equations between cells of one table, as data, and what they say of given numbers.

An equation runs *along* the columns (for each column, rows add up) or along the rows (for each row, columns
add up). ``instances`` writes it out for a table; ``Instance.evaluate`` holds numbers against it. Blank is not
zero: an instance with a cell that holds no number says so instead of guessing.

Source: 国办公开办函〔2021〕30号; law.md I1 (official), I2, I3, I7.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

CellKey = tuple[str, str]
"""(row, column) inside one table."""


@dataclass(frozen=True, slots=True)
class Equation:
    """Sum of ``left`` equals sum of ``right``; terms are rows (along "column") or columns (along "row")."""

    id: str
    table: str
    along: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    words: str

    def instances(self, rows: Iterable[str], columns: Iterable[str]) -> Iterator[Instance]:
        """The equation written out, once for each column or row."""
        if self.along == "column":
            for column in columns:
                yield Instance(
                    self,
                    column,
                    tuple((term, column) for term in self.left),
                    tuple((term, column) for term in self.right),
                )
        else:
            for row in rows:
                yield Instance(
                    self,
                    row,
                    tuple((row, term) for term in self.left),
                    tuple((row, term) for term in self.right),
                )


@dataclass(frozen=True, slots=True)
class Balance:
    """Both sides of an instance in numbers, with the cells that held none."""

    left: int
    right: int
    without_number: tuple[CellKey, ...]

    @property
    def closes(self) -> bool:
        """True where both sides agree, cells without a number counting as nothing."""
        return self.left == self.right

    @property
    def difference(self) -> int:
        """Left less right, in the unit of the cells (件)."""
        return self.left - self.right


@dataclass(frozen=True, slots=True)
class Instance:
    """An equation for one column or one row: the cells of both sides."""

    equation: Equation
    at: str
    left: tuple[CellKey, ...]
    right: tuple[CellKey, ...]

    @property
    def cells(self) -> tuple[CellKey, ...]:
        """Every cell bound by this instance."""
        return self.left + self.right

    def evaluate(self, cells: Mapping[CellKey, object]) -> Balance:
        """Hold the numbers of ``cells`` against the equation; what is no integer counts as no number."""
        sums = []
        without = []
        for side in (self.left, self.right):
            total = 0
            for key in side:
                value = cells.get(key)
                if isinstance(value, int):
                    total += value
                else:
                    without.append(key)
            sums.append(total)
        return Balance(sums[0], sums[1], tuple(without))
