"""Which printed row is which row of the form: by its label, and where print lost the label, by its place.

A row with a clear label is that row wherever it stands (an order that is not the form's is told). Rows
without a label fill the gap between their labelled neighbours, if the gap has exactly as many rows missing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from gongkai.report.reader.labels import SURE
from gongkai.report.reader.rows import Row

_RESTART = 5
OPTIONAL = "otherwise"
"""The row （六） of the trial form, which some reports print in the form of 2021 too."""


@dataclass(slots=True)
class Alignment:
    """Rows by key; which of them stand by place only, out of order, or could not be placed at all.

    ``beside`` names rows with blank cells next to numbers that found no row; ``again`` holds rows whose label
    stood there before.
    """

    rows: dict[str, Row] = field(default_factory=dict)
    by_place: set[str] = field(default_factory=set)
    out_of_order: set[str] = field(default_factory=set)
    homeless: list[Row] = field(default_factory=list)
    repeated: dict[str, list[Row]] = field(default_factory=dict)
    gaps: list[tuple[str, ...]] = field(default_factory=list)
    beside: set[str] = field(default_factory=set)
    again: list[Row] = field(default_factory=list)


def instances(rows: Sequence[Row], order: Sequence[str]) -> list[list[Row]]:
    """Several tables of one kind told apart.

    A piece of print (one grid, or one run of text) goes on with the table before it where its rows come later
    in the form; otherwise it begins another, as does a label of the first row that comes again.
    """
    rank = {key: i for i, key in enumerate(order)}
    out: list[list[Row]] = []
    seen: set[str] = set()
    for piece in _pieces(rows):
        for part in _restarts(piece):
            keys = {k for r in part if (k := _sure(r)) in rank}
            later = not seen or not keys or min(rank[k] for k in keys) > max(rank[k] for k in seen)
            if not out or not later:
                out.append([])
                seen = set()
            seen |= keys
            out[-1].extend(part)
    return out


def _pieces(rows: Sequence[Row]) -> list[list[Row]]:
    """Rows by the grid they stand in; rows of running text are one piece."""
    return [list(g) for _, g in groupby(rows, key=lambda r: -1 if r.glued else r.place.block)]


def _restarts(rows: Sequence[Row]) -> list[list[Row]]:
    """One piece cut where its own first label comes again after several others."""
    out: list[list[Row]] = [[]]
    first: str | None = None
    seen: set[str] = set()
    for row in rows:
        key = _sure(row)
        if key is not None and key == first and (len(seen) >= _RESTART or len(seen) == len(rows) // 2):
            out.append([])
            seen = set()
        if key is not None:
            first = first or key
            seen.add(key)
        out[-1].append(row)
    return out


def _sure(row: Row) -> str | None:
    return row.match.key if row.match and row.match.score >= SURE else None


def align(rows: Sequence[Row], order: Sequence[str], width: int) -> Alignment:
    """Place rows on the keys of ``order``; ``width`` is how many cells a full row has."""
    result = Alignment()
    rank = {key: i for i, key in enumerate(order)}
    anchors: list[tuple[int, str]] = []
    for position, row in enumerate(rows):
        match = row.match
        if match is None or match.score < SURE or match.key not in rank:
            continue
        if match.key in result.rows:
            held = result.rows[match.key]
            if row.filled and held.filled and row.filled != held.filled:
                result.repeated.setdefault(match.key, [held]).append(row)
            if held.filled or not row.filled:
                result.again.append(row)
                continue
            result.again.append(held)
            anchors = [a for a in anchors if a[1] != match.key]
        result.rows[match.key] = row
        anchors.append((position, match.key))
    ranks = [rank[key] for _, key in anchors]
    kept = _longest_rising(ranks)
    result.out_of_order = {
        key
        for i, (_, key) in enumerate(anchors)
        if any((ranks[j] < ranks[i]) != (j < i) for j in range(len(ranks)) if j != i)
    }
    _fill_gaps(rows, order, [a for i, a in enumerate(anchors) if i in kept], width, result)
    return result


def _longest_rising(ranks: Sequence[int]) -> set[int]:
    """Indices of a longest strictly rising run; what is left out stands out of order."""
    tails: list[int] = []
    at: list[int] = []
    before: list[int] = [-1] * len(ranks)
    for i, rank in enumerate(ranks):
        k = bisect_left(tails, rank)
        before[i] = at[k - 1] if k else -1
        if k == len(tails):
            tails.append(rank)
            at.append(i)
        else:
            tails[k] = rank
            at[k] = i
    kept: set[int] = set()
    i = at[-1] if at else -1
    while i >= 0:
        kept.add(i)
        i = before[i]
    return kept


def _fill_gaps(
    rows: Sequence[Row], order: Sequence[str], anchors: list[tuple[int, str]], width: int, result: Alignment
) -> None:
    """Rows without a clear label, between two anchors, take the missing keys in order if the counts agree."""
    rank = {key: i for i, key in enumerate(order)}
    taken = {id(row) for row in result.rows.values()}
    taken |= {id(row) for row in result.again if row.filled}
    bounds = [(-1, None), *anchors, (len(rows), None)]
    for (start, before), (end, after) in pairwise(bounds):
        free = [r for r in rows[start + 1 : end] if id(r) not in taken and _could_be_row(r, width)]
        low = rank[before] if before else -1
        high = rank[after] if after else len(order)
        missing = [k for k in order[low + 1 : high] if k not in result.rows]
        if not free:
            continue
        placed = _weakly(free, missing) or _weakly([r for r in free if r.filled], missing)
        if placed is None:
            placed = _hollow(free, missing, before, after, result)
        if placed is None:
            result.homeless.extend(free)
            if missing:
                result.gaps.append(tuple(missing))
            result.beside.update(k for k in (before, after) if k and not result.rows[k].filled)
            continue
        for row, key in placed:
            result.rows[key] = row
            taken.add(id(row))
            # one row for one gap leaves no choice; of several the equations must speak
            if len(placed) > 1:
                result.by_place.add(key)


def _hollow(
    free: list[Row], missing: list[str], before: str | None, after: str | None, result: Alignment
) -> list[tuple[Row, str]] | None:
    """Numbers that stand in a row of their own above or below their label, whose own cells are all blank."""
    sides = [k if k is not None and not result.rows[k].filled else None for k in (before, after)]
    required = [k for k in missing if k != OPTIONAL]
    for first, last in ((sides[0], None), (None, sides[1]), (sides[0], sides[1])):
        keys = [*([first] if first else []), *required, *([last] if last else [])]
        if (first or last) and len(keys) == len(free):
            if None not in sides and len(free) == len(required) + 1:
                return None
            return list(zip(free, keys, strict=True))
    return None


def _could_be_row(row: Row, width: int) -> bool:
    """A row without a clear label counts only where it has a full set of cells, or a likely label."""
    if row.match is not None:
        return True
    return len(row.filled) == width or (len(row.tokens) == width and bool(row.filled))


def _weakly(free: list[Row], missing: list[str]) -> list[tuple[Row, str]] | None:
    """Pairs in order; an optional row of the form (otherwise) is passed over where the others fit."""
    required = [k for k in missing if k != OPTIONAL]
    for keys in (required, missing):
        if OPTIONAL in keys and not any(r.match and r.match.key == OPTIONAL for r in free):
            continue
        if (
            keys
            and len(keys) == len(free)
            and all(r.match is None or r.match.key == k for r, k in zip(free, keys, strict=True))
        ):
            return list(zip(free, keys, strict=True))
    likely = [(r, r.match.key) for r in free if r.match is not None and r.match.key in missing]
    if len(likely) == len(free) and len({k for _, k in likely}) == len(free):
        return likely
    return None
