"""How one print sets its rows: where the first number stands in rows of one shape.

A table of text with blanks for nothing leaves rows that no equation can settle (noughts and blanks only).
Rows of the same shape (as many cells, beginning in the same column) that *are* settled tell which cell of
such a row is the first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from gongkai.report.reader.rows import Row
from gongkai.report.reader.settle import Settled
from gongkai.report.reader.slots import Proposal, whole

Shape = tuple[int, int]


def follow(rows: Mapping[str, Row], options: Mapping[str, Sequence[Proposal]], settled: Settled) -> None:
    """Settle doubtful rows as their fellows of the same shape are set, where those all agree.

    Where no row of that shape is settled, all others count, if they begin in one column of the table.
    """
    starts: dict[Shape, set[int]] = defaultdict(set)
    columns: set[int] = set()
    for key, row in rows.items():
        taken = settled.taken.get(key)
        if taken is not None and key not in settled.doubts and _counts(taken):
            starts[_shape(row)].add(_column(row, taken))
            columns.add(_column(row, taken))
    for key in list(settled.doubts):
        row = rows[key]
        if not whole(row):
            continue
        habit = starts.get(_shape(row), columns)
        fitting = [p for p in options[key] if p.source and not p.partial and {_column(row, p)} == habit]
        if len(fitting) == 1:
            settled.taken[key] = fitting[0]
            del settled.doubts[key]


def _column(row: Row, proposal: Proposal) -> int:
    """Where the first cell of a reading stands: its column in the grid, else its ordinal."""
    first = min(proposal.source.values())
    return row.spans[first][0] if row.spans else first


def _shape(row: Row) -> Shape:
    return (len(row.tokens), row.spans[0][0] if row.spans else -1)


def _counts(taken: Proposal) -> bool:
    """True where a reading bears on a number, so that its sum could fail."""
    return bool(taken.source) and any(isinstance(v, int) and v for v in taken.cells.values())
