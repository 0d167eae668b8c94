"""From the rows found to the official tables with their flags; chapter three's has a module of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from gongkai.report.document import Candidate, CellKey
from gongkai.report.reader.align import instances
from gongkai.report.reader.applications import applications
from gongkai.report.reader.builder import Builder, Built, candidates, equations_of
from gongkai.report.reader.habit import follow
from gongkai.report.reader.rows import Found, Row
from gongkai.report.reader.settle import Settled, settle
from gongkai.report.reader.slots import Proposal, propose, told_cells
from gongkai.tables.form import Form, TableForm

_HALF = 3
_UNIT = re.compile(r"(亿元|万元|元)")
_HEAD_ONLY = "这张表只印了表头，没有数字，可能是空着没填，也可能是没有读到。"
_GAP = "这一行有空格，其他各行都填了数，可能是两格的数连在了一起，也可能是漏填。"


def build(found: Found, form: Form, key: str) -> list[Built]:
    """Every instance of one table in the order of print; an empty list where nothing was found."""
    maker = {"proactive": _proactive, "applications": applications, "remedies": _remedies}[key]
    order = [row.key for row in form.table(key).rows]
    parts = instances(found.rows, order) if key != "remedies" else _one_each(found.rows)
    built = [maker(rows, found, form) for rows in parts]
    if key == "remedies" and not found.rows and any(len(h.printed) > _HALF for h in found.heads):
        built = [_printed_blank(form, declared=any(h.shaped for h in found.heads))]
    return [b for b in built if b is not None and b.printed]


def _one_each(rows: Sequence[Row]) -> list[list[Row]]:
    """Each row of fifteen cells is a table of remedies by itself; rows with labels belong together."""
    out: list[list[Row]] = []
    for row in rows:
        if row.match is None or not out or any(r.match is None for r in out[-1]):
            out.append([])
        out[-1].append(row)
    return out


def _printed_blank(form: Form, *, declared: bool) -> Built:
    """The table of remedies of which print has the head alone: a sheet keeps no row of empty cells."""
    table = form.table("remedies")
    builder = Builder(table)
    builder.cells = {(r.key, c.key): None for r in table.rows for c in table.columns}
    if not declared:
        builder.flag((), _HEAD_ONLY)
    return builder.done()


def _proactive(rows: Sequence[Row], found: Found, form: Form) -> Built | None:
    table = form.table("proactive")
    builder = Builder(table)
    # a report that prints its noughts has no reason to leave a cell empty
    printed = [t for r in rows for t in r.tokens[: len(table.columns_of(r.match.key if r.match else ""))]]
    full = printed.count("") <= max(1, printed.count("0") - 1)
    first: dict[str, Row] = {}
    for row in rows:
        if row.match is not None:
            first.setdefault(row.match.key, row)
    options = {k: propose(r, [table.column(c) for c in table.columns_of(k)], ()) for k, r in first.items()}
    result = settle(options, ())
    follow(first, options, result)
    for key, row in first.items():
        taken = result.taken[key]
        builder.labels[key] = row.label
        if taken is None or key in result.doubts:
            builder.leave_open(key, row, [table.column(c) for c in table.columns_of(key)])
            builder.flag((key,), result.doubts.get(key, ""), candidates(key, options[key], None))
            continue
        builder.put(key, row, taken)
        if full and not row.shaped and len(row.filled) < len(table.columns_of(key)) and _may_hold_two(row):
            builder.flag((key,), _GAP, candidates(key, options[key], taken))
    for head in found.heads:
        builder.labels.update({k: v for k, v in head.printed.items() if k not in builder.labels})
    _units_of_heads(builder, table)
    told = sum(told_cells(row) >= len(table.columns_of(key)) for key, row in first.items())
    return builder.done() if len(result.doubts) < len(first) or told > 1 else None


def _units_of_heads(builder: Builder, table: TableForm) -> None:
    """An amount without a unit of its own has the one that the head of its column prints (单位：万元)."""
    for row, column in builder.cells:
        printed = _UNIT.search(builder.labels.get(column, ""))
        if printed and table.column(column).kind == "amount":
            builder.units.setdefault((row, column), printed[1])


def _may_hold_two(row: Row) -> bool:
    """True where a number of several digits stands before a blank cell: maybe two cells run together."""
    return any(len(a) > 1 and a.isdigit() and not b for a, b in pairwise(row.tokens))


def _remedies(rows: Sequence[Row], found: Found, form: Form) -> Built | None:
    del found
    table = form.table("remedies")
    builder = Builder(table)
    equations = equations_of(form, "remedies")
    width = len(table.columns)
    pairs = [(r.key, c.key) for r in table.rows for c in table.columns]
    composite = [replace(table.column(c), key=f"{r}/{c}") for r, c in pairs]
    sums = tuple(tuple(range(start, start + width)) for start in range(0, len(pairs), width))
    for row in rows:
        single = row.match.key if row.match and len(row.tokens) <= width + 2 else None
        if single is not None and row.match is not None and row.match.score >= 1:
            _one_remedy(builder, row, single, table, sums[:1])
            continue
        options = propose(row, composite, sums)
        result = settle({"all": options}, ())
        taken = result.taken["all"]
        if taken is None or "all" in result.doubts:
            _remedies_in_doubt(builder, row, pairs, options, result)
            continue
        if builder.cells:
            continue
        _put_pairs(builder, row, taken)
    return builder.done(equations) if builder.cells else None


def _put_pairs(builder: Builder, row: Row, taken: Proposal) -> None:
    for composite, value in taken.cells.items():
        row_key, column = composite.split("/")
        cell = (row_key, column)
        builder.cells[cell] = value
        ordinal = taken.source.get(composite)
        builder.places[cell] = row.places[ordinal] if ordinal is not None and row.places else row.place


def _one_remedy(
    builder: Builder, row: Row, key: str, table: TableForm, sums: tuple[tuple[int, ...], ...]
) -> None:
    options = propose(row, table.columns, sums)
    result = settle({key: options}, ())
    taken = result.taken[key]
    if taken is not None and key not in result.doubts and (key, "total") not in builder.cells:
        builder.labels[key] = row.label
        builder.put(key, row, taken)


def _remedies_in_doubt(
    builder: Builder, row: Row, pairs: Sequence[CellKey], options: Sequence[Proposal], result: Settled
) -> None:
    """Numbers under the head of remedies that do not make fifteen cells: flagged if there are enough."""
    if builder.cells or sum(len(t) for t in row.filled) < len(pairs) // 3:
        return
    for pair in pairs:
        builder.cells[pair] = None
        builder.places[pair] = row.place
    readings = [Candidate({_pair(k): v for k, v in p.cells.items()}, p.by, taken=False) for p in options]
    builder.flag((), result.doubts.get("all", ""), readings)


def _pair(composite: str) -> CellKey:
    row, column = composite.split("/")
    return (row, column)
