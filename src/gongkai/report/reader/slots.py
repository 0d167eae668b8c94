"""From the cells of one row to values by column: by label (in order) and by geometry (under the head).

Each row gives one or more :class:`Proposal`. A proposal accounts for every number that print has in the
row; what would lose one is none. Two proposals that agree are one; which of two stands is settled by the
equations (:mod:`gongkai.report.reader.settle`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, takewhile

from gongkai.report.document import CellValue
from gongkai.report.reader.cut import cut_row, cuts, digits, joins
from gongkai.report.reader.normal import Value, value
from gongkai.report.reader.rows import Row
from gongkai.tables.form import Label

_MOST_PROPOSALS = 12
_MOST_EXTRA = 3


@dataclass(frozen=True, slots=True)
class Proposal:
    """Values by column key, how they were got (label, geometry, equations), and whether they may stand alone.

    ``sure`` is True where the row has exactly the cells that the form asks for. ``source`` maps a column to
    the ordinal of its token, ``units`` to the unit printed in the cell. A ``partial`` one leaves columns
    without a cell.
    """

    cells: Mapping[str, CellValue]
    by: str
    sure: bool
    source: Mapping[str, int] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    partial: bool = False


def read_cell(token: str, column: Label) -> tuple[CellValue, str | None]:
    """The value of one cell by the kind of its column (count, change, amount); text stays text."""
    held = value(token)
    if held is None:
        return token, None
    if held.blank:
        return None, None
    if column.kind == "amount":
        return _amount(held)
    count = held.count
    if count is None:
        return held.text, held.unit
    return count, held.unit


def _amount(held: Value) -> tuple[CellValue, str | None]:
    if held.number is None:
        return held.text, held.unit
    text = f"{held.number:f}"
    return text, held.unit


def propose(row: Row, columns: Sequence[Label], sums: tuple[tuple[int, ...], ...]) -> list[Proposal]:
    """Every way to read a row; the first is the one that print speaks for most.

    ``sums`` are the equations of the row by position, as :func:`~gongkai.report.reader.cut.cut_row` has them.
    """
    out: list[Proposal] = []
    _keep(out, _by_label(row, columns))
    _keep(out, _by_spaces(row, columns, sums))
    if not (out and len(row.filled) == len(columns) == len(row.tokens)):
        # a row with a number in every cell has one order only; elsewhere the head must say the same
        _keep(out, _by_geometry(row, columns))
    if not any(p.sure for p in out):
        for proposal in _shifted(row, columns, sums):
            _keep(out, proposal)
    doubtful = bool(out) and len(row.filled) < len(columns) and not _balanced(out[0], columns, sums)
    if not any(p.sure for p in out) or doubtful:
        rivals = _by_sums(row, columns, sums)
        for proposal in rivals:
            _keep(out, proposal)
        if doubtful and rivals:
            # cells run together beside a blank: the equations of the columns must say which reading stands
            out = [replace(p, sure=False) for p in out]
    if not whole(row):
        # what keeps several numbers in one cell is never the whole truth
        out = [replace(p, partial=True) if _keeps_several(p) else p for p in out]
    return out[:_MOST_PROPOSALS]


def _keeps_several(proposal: Proposal) -> bool:
    return any(isinstance(v, str) and _several(v) for v in proposal.cells.values())


def _balanced(proposal: Proposal, columns: Sequence[Label], sums: tuple[tuple[int, ...], ...]) -> bool:
    """True where the sums of the row close, blanks counting as nothing."""
    numbers = [proposal.cells.get(c.key) for c in columns]
    return _closes(tuple(n if isinstance(n, int) else 0 for n in numbers), sums)


def _keep(out: list[Proposal], proposal: Proposal | None) -> None:
    if proposal is not None and all(dict(p.cells) != dict(proposal.cells) for p in out):
        out.append(proposal)


def _in_order(row: Row, columns: Sequence[Label]) -> Sequence[Label]:
    """The columns as the head of this table orders them, where it names exactly these in a sound order."""
    head = row.head
    by_key = {c.key: c for c in columns}
    if head is None or not head.trusted or set(head.columns) != set(by_key):
        return columns
    return [by_key[k] for k in head.ordered]


def _by_label(row: Row, columns: Sequence[Label]) -> Proposal | None:
    """The cells after the label, in order, where there are as many as the form has columns."""
    wanted = len(columns)
    ordered = _in_order(row, columns)
    filled = [i for i, t in enumerate(row.tokens) if t]
    chosen = filled if len(filled) == wanted else _unfilled(row, wanted)
    if chosen is None:
        return None
    cells: dict[str, CellValue] = {}
    units: dict[str, str] = {}
    source: dict[str, int] = {}
    for ordinal, column in zip(chosen, ordered, strict=True):
        cells[column.key], unit = read_cell(row.tokens[ordinal], column)
        source[column.key] = ordinal
        if unit:
            units[column.key] = unit
    return Proposal(cells, "label", whole(row), source, units)


def _by_spaces(row: Row, columns: Sequence[Label], sums: tuple[tuple[int, ...], ...]) -> Proposal | None:
    """Cells run together with a space between them (2 0), the others each in its own place."""
    if not any(_several(t) for t in row.filled):
        return None
    pieces = _pieces(row.tokens, len(columns))
    held = [value(piece) for piece in pieces]
    if len(pieces) != len(columns) or any(h is None or _several(h.text) for h in held):
        return None
    ordered = _in_order(row, columns)
    cells = {c.key: read_cell(piece, c)[0] for piece, c in zip(pieces, ordered, strict=True)}
    proposal = Proposal(cells, "label", True)
    # beside a blank only the sum can tell two cells run together from one cell and a gap
    return replace(proposal, sure="" not in row.tokens or _balanced(proposal, columns, sums))


def _pieces(tokens: Sequence[str], wanted: int) -> list[str]:
    """The cells; those that hold several numbers are spread over blanks beside them or cells not printed.

    An empty list where a number would have to leave its column.
    """
    if len(tokens) < wanted:
        return [piece for token in tokens for piece in (token.split() if token else [""])]
    out = list(tokens)
    for at, token in enumerate(tokens):
        parts = token.split()
        if len(parts) < 2:
            continue
        after = range(at, at + len(parts))
        before = range(at - len(parts) + 1, at + 1)
        room = next((r for r in (after, before) if _free(tokens, r, at)), None)
        if room is None:
            return []
        out[room.start : room.stop] = parts
    return out


def _free(tokens: Sequence[str], places: range, at: int) -> bool:
    inside = places.start >= 0 and places.stop <= len(tokens)
    return inside and not any(tokens[i] for i in places if i != at)


def _shifted(row: Row, columns: Sequence[Label], sums: tuple[tuple[int, ...], ...]) -> list[Proposal]:
    """A row with blanks and a blank cell too many: every run of cells that leaves out blanks only."""
    wanted = len(columns)
    extra = len(row.tokens) - wanted
    if row.spans is None or not 0 < extra <= _MOST_EXTRA or not row.filled:
        return []
    ordered = _in_order(row, columns)
    out = []
    for start in range(extra + 1):
        window = range(start, start + wanted)
        if any(t for i, t in enumerate(row.tokens) if i not in window):
            continue
        cells = {c.key: read_cell(row.tokens[i], c)[0] for i, c in zip(window, ordered, strict=True)}
        # a first cell that holds a number can only be the first column, whatever was left over at the end
        first = start == 0 and bool(row.tokens[0])
        source = {c.key: i for i, c in zip(window, ordered, strict=True)}
        out.append(Proposal(cells, "label", first and not sums, source))
    return out


def _unfilled(row: Row, wanted: int) -> list[int] | None:
    """The cells of a row with blanks among them: all of them, or all but covered ones left at the end."""
    count = len(row.tokens)
    if row.glued and not row.tokens:
        return None
    if count == wanted:
        return list(range(count))
    if count > wanted and not row.filled:
        return list(range(wanted))
    return None


def told_cells(row: Row) -> int:
    """How many cells the digits of a row could fill at most; with fewer than columns, some are lost."""
    return sum(len(run) for token in row.filled for run in digits(token))


def whole(row: Row) -> bool:
    """False where a cell holds several numbers (2 0), which may be cells run together."""
    return not any(_several(t) for t in row.filled)


def _several(token: str) -> bool:
    held = value(token)
    if held is None:
        return False
    if len(token) > 1 and token[0] == "0" and token.isdigit():
        return True
    return held.number is None and len(digits(token)) > 1 and held.text[-1:].isdigit()


def _by_geometry(row: Row, columns: Sequence[Label]) -> Proposal | None:
    """Each cell under its head; None where a number stands under no head or two under one."""
    head = row.head
    if head is None or row.spans is None or not head.trusted or len(head.columns) < len(columns) - 1:
        return None
    by_key = {c.key: c for c in columns}
    cells: dict[str, CellValue] = {}
    source: dict[str, int] = {}
    units: dict[str, str] = {}
    for ordinal, (first, width) in enumerate(row.spans):
        keys = [
            k for k, (c, w) in head.columns.items() if c < first + width and first < c + w and k in by_key
        ]
        token = row.tokens[ordinal]
        if not keys:
            if token:
                return None
            continue
        for key in keys:
            if cells.get(key) is not None:
                return None
            if token or key not in cells:
                cells[key], unit = read_cell(token, by_key[key])
                source[key] = ordinal
                if unit:
                    units[key] = unit
    if not cells:
        return None
    full = len(cells) == len(columns)
    return Proposal(cells, "geometry", full and len(row.spans) == len(columns), source, units, not full)


def _by_sums(row: Row, columns: Sequence[Label], sums: tuple[tuple[int, ...], ...]) -> list[Proposal]:
    """Digits cut or joined so that the sums of the row close."""
    amounts = any(c.kind == "amount" for c in columns)
    if amounts and (not row.packed or not all(t.isdigit() for t in row.filled)):
        return []
    runs = [run for token in row.filled for run in digits(token)]
    if not runs or any(not digits(t) or t[0] in "+-" for t in row.filled):
        return []
    wanted = len(columns)
    if row.lossy or (not sums and not row.packed):
        return []
    if len(row.tokens) == wanted and len(runs) == len(row.filled) < wanted:
        return _spread(row, columns, sums)
    ordered = _in_order(row, columns)
    readings: list[tuple[int, ...]] = []
    if len(runs) <= wanted:
        readings = cut_row(runs, wanted, sums)
    elif len(runs) <= wanted + 3:
        readings = [r for r in joins(runs, wanted) if _closes(r, sums)]
    only = len(readings) == 1
    return [
        Proposal(
            {c.key: str(n) if c.kind == "amount" else n for c, n in zip(ordered, reading, strict=True)},
            "equations",
            only,
        )
        for reading in readings[:_MOST_PROPOSALS]
    ]


def _spread(row: Row, columns: Sequence[Label], sums: tuple[tuple[int, ...], ...]) -> list[Proposal]:
    """Cells run together into the first of them, the others left blank: that one is cut."""
    ordered = _in_order(row, columns)
    out = []
    for start, token in enumerate(row.tokens):
        blanks = len(list(takewhile(lambda t: not t, row.tokens[start + 1 :])))
        for count in range(2, blanks + 2) if token else ():
            for reading in islice(cuts(digits(token)[0], count), _MOST_PROPOSALS):
                cells = {c.key: read_cell(t, c)[0] for t, c in zip(row.tokens, ordered, strict=True)}
                cells.update({c.key: n for c, n in zip(ordered[start:], reading, strict=False)})
                proposal = Proposal(cells, "equations", False)
                if _balanced(proposal, columns, sums):
                    out.append(proposal)
    return out[:_MOST_PROPOSALS]


def _closes(reading: tuple[int, ...], sums: tuple[tuple[int, ...], ...]) -> bool:
    return all(sum(reading[i] for i in parts[:-1]) == reading[parts[-1]] for parts in sums)
