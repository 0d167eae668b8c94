"""From the rows found to the three official tables with their flags."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from gongkai.report.document import Candidate, CellKey, CellValue, Flag, Place, Table
from gongkai.report.reader.align import Alignment, align, instances
from gongkai.report.reader.rows import Found, Row
from gongkai.report.reader.settle import Settled, cells_of, failing, settle
from gongkai.report.reader.slots import Proposal, propose
from gongkai.tables.equations import Instance
from gongkai.tables.form import Form, Label, TableForm

_MOSTLY = 0.8
_FEW = 2
_OUT_OF_ORDER = "这一行与官方表格的次序不同；按行名读取，请核对行名与数字是否错位。"
_BY_PLACE = "这一行的行名与数字在文件中分开了，按次序对上；所在各列的勾稽关系不成立，请核对。"
_HOMELESS = "文件中有若干行数字没有行名，也无法按次序对上。"
_REPEATED = "这一行在表中出现两次，数字不同。"
_SHORT = "这一行比其他行少一个数，边上的一格是空的，可能是漏了一格后各数错位。"
_LOPSIDED = "这一行有空格，各数相加又不等于总计，可能是单元格错位，也可能是填报有误。"
_MERGED = "有的单元格横跨几列，只印了一个数。"


@dataclass(slots=True)
class Built:
    """A table of one kind as read, with the flags on it and how many of its equations fail."""

    table: Table
    flags: list[Flag] = field(default_factory=list)
    failing: int = 0
    printed: int = 0


def build(found: Found, form: Form, key: str) -> list[Built]:
    """Every instance of one table in the order of print; an empty list where nothing was found."""
    maker = {"proactive": _proactive, "applications": _applications, "remedies": _remedies}[key]
    built = [maker(rows, found, form) for rows in instances(found.rows)]
    return [b for b in built if b is not None and b.printed]


def _instances_of(form: Form, key: str) -> tuple[Instance, ...]:
    table = form.table(key)
    rows = [r.key for r in table.rows]
    columns = [c.key for c in table.columns]
    return tuple(i for e in form.equations_of(key) for i in e.instances(rows, columns))


class _Builder:
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

    def flag(self, where: tuple[str, ...], why: str, readings: Sequence[Candidate] = ()) -> None:
        """Mark what could not be settled."""
        self.flags.append(Flag((self.form.key, *where), why, tuple(readings)))

    def done(self, equations: Sequence[Instance] = ()) -> Built:
        """The table as it stands."""
        table = Table(
            self.form.key,
            MappingProxyType(self.cells),
            MappingProxyType(self.places),
            MappingProxyType(self.labels),
            MappingProxyType(self.units),
        )
        return Built(table, self.flags, failing(self.cells, equations), len(self.cells))


def _candidates(row: str, options: Sequence[Proposal], taken: Proposal | None) -> list[Candidate]:
    return [
        Candidate({(row, c): v for c, v in p.cells.items()}, p.by, p is taken) for p in options
    ]


def _sums(columns: Sequence[Label], equations: Sequence[Instance], row: str) -> tuple[tuple[int, ...], ...]:
    """The equations inside one row, by position: parts, then the total."""
    at = {c.key: i for i, c in enumerate(columns)}
    out = []
    for equation in equations:
        if equation.equation.along == "row" and equation.at == row:
            cells = [c for _, c in (*equation.left, *equation.right)]
            if all(c in at for c in cells):
                out.append(tuple(at[c] for c in cells))
    return tuple(out)


def _proactive(rows: Sequence[Row], found: Found, form: Form) -> Built | None:
    del found
    table = form.table("proactive")
    builder = _Builder(table)
    settled_any = False
    for row in rows:
        if row.match is None or row.match.key in builder.labels:
            continue
        key = row.match.key
        columns = [table.column(c) for c in table.columns_of(key)]
        options = propose(row, columns, ())
        builder.labels[key] = row.label
        result = settle({key: options}, ())
        taken = result.taken[key]
        if taken is not None and key not in result.doubts:
            builder.put(key, row, taken)
            settled_any = True
        else:
            for column in columns:
                builder.cells[(key, column.key)] = None
                builder.places[(key, column.key)] = row.place
            builder.flag((key,), result.doubts.get(key, ""), _candidates(key, options, None))
    return builder.done() if settled_any else None


def _applications(rows: Sequence[Row], found: Found, form: Form) -> Built | None:
    table = form.table("applications")
    columns = _columns(rows, found, table)
    order = [r.key for r in table.rows]
    if "otherwise" not in order:
        order.insert(order.index("total_outcomes"), "otherwise")
    rows = _with_group_row(rows, found, order)
    alignment = align(rows, order, len(columns))
    equations = _instances_of(form, "applications")
    options = {
        key: propose(row, columns, _sums(columns, equations, key)) for key, row in alignment.rows.items()
    }
    settled = settle(options, equations)
    builder = _Builder(table)
    _place_rows(builder, alignment, options, settled, columns, equations)
    built = builder.done(equations)
    _doubt_by_place(built, alignment, equations)
    for label in found.heads:
        builder.labels.update({k: v for k, v in label.printed.items() if k not in builder.labels})
    if not any(p is not None for p in settled.taken.values()):
        return None
    return built


def _with_group_row(rows: Sequence[Row], found: Found, order: Sequence[str]) -> list[Row]:
    """The 2021 form printed with one row for （六）: its group label then bears the numbers."""
    out = list(rows)
    keys = {r.match.key for r in rows if r.match}
    for row in found.group_rows:
        if row.match and row.match.key in order and row.filled and not any(k.startswith(row.match.key + ".") for k in keys):
            before = [i for i, r in enumerate(out) if _stands(r) < _stands(row)]
            out.insert(before[-1] + 1 if before else len(out), row)
    return out


def _stands(row: Row) -> tuple[int, int]:
    """Where a row stands in the file, to be compared with another."""
    return (row.place.block or 0, row.place.row or row.place.line or 0)


def _columns(rows: Sequence[Row], found: Found, table: TableForm) -> list[Label]:
    """The columns that this print has: those of the form, or fewer where head and rows agree on it."""
    columns = list(table.columns)
    head = max(found.heads, key=lambda h: len(h.columns), default=None)
    if head is None or len(head.columns) in (0, len(columns)) or not head.sound:
        return columns
    widths = [len(r.tokens) for r in rows if r.match]
    if widths and sum(w == len(head.columns) for w in widths) > len(widths) * 0.8:
        return [c for c in columns if c.key in head.columns]
    return columns


def _place_rows(
    builder: _Builder,
    alignment: Alignment,
    options: dict[str, list[Proposal]],
    settled: Settled,
    columns: Sequence[Label],
    equations: Sequence[Instance],
) -> None:
    whole = sum(len(r.filled) >= len(columns) for r in alignment.rows.values())
    full = whole > len(alignment.rows) * _MOSTLY
    lopsided = _lopsided(alignment, settled, equations)
    for key, row in alignment.rows.items():
        builder.labels[key] = row.label
        taken = settled.taken[key]
        doubt = settled.doubts.get(key)
        if key in alignment.repeated:
            taken, doubt = None, _REPEATED
        elif doubt is None and key in alignment.out_of_order:
            doubt = _OUT_OF_ORDER
        elif doubt is None and key in alignment.beside:
            doubt = _HOMELESS
        if taken is not None:
            builder.put(key, row, taken)
            if doubt is None and _merged(row, taken):
                doubt = _MERGED
            elif doubt is None and full and _short(row, taken, columns):
                doubt = _SHORT
            elif doubt is None and key in lopsided:
                doubt = _LOPSIDED
        else:
            for column in columns:
                builder.cells[(key, column.key)] = None
                builder.places[(key, column.key)] = row.place
        if doubt is not None:
            builder.flag((key,), doubt, _candidates(key, options[key], taken))
    for missing in alignment.gaps:
        for key in missing:
            builder.flag((key,), _HOMELESS)


def _lopsided(alignment: Alignment, settled: Settled, equations: Sequence[Instance]) -> set[str]:
    """Rows with blanks whose sum fails, where they are the exception: their cells may have moved."""
    cells = cells_of(settled.taken)
    out: set[str] = set()
    for equation in equations:
        row = alignment.rows.get(equation.at) if equation.equation.along == "row" else None
        if row is None or not row.filled:
            continue
        balance = equation.evaluate(cells)
        if not balance.closes and any(c in cells for c in balance.without_number):
            out.add(equation.at)
    return out if len(out) <= _FEW else set()


def _short(row: Row, taken: Proposal, columns: Sequence[Label]) -> bool:
    """One blank at the edge of a row whose fellows are full: a cell may be missing and the others moved."""
    values = [taken.cells.get(c.key) for c in columns]
    return len(row.filled) == len(columns) - 1 and (values[0] is None or values[-1] is None)


def _merged(row: Row, taken: Proposal) -> bool:
    sources = [s for s in taken.source.values()]
    return len(set(sources)) < len(sources)


def _doubt_by_place(built: Built, alignment: Alignment, equations: Sequence[Instance]) -> None:
    """Rows placed by order alone are believed where every column they touch closes."""
    if not alignment.by_place:
        return
    if not any(_breaks(e, built.table) for e in equations if e.equation.along == "column"):
        return
    for key in sorted(alignment.by_place):
        cells = {c: v for c, v in built.table.cells.items() if c[0] == key}
        built.flags.append(Flag(("applications", key), _BY_PLACE, (Candidate(cells, "geometry", taken=True),)))


def _breaks(equation: Instance, table: Table) -> bool:
    """True where a column does not close although every cell that print has in it holds a number."""
    balance = equation.evaluate(table.cells)
    return not balance.closes and not any(cell in table.cells for cell in balance.without_number)


def _remedies(rows: Sequence[Row], found: Found, form: Form) -> Built | None:
    del found
    table = form.table("remedies")
    builder = _Builder(table)
    equations = _instances_of(form, "remedies")
    width = len(table.columns)
    pairs = [(r.key, c.key) for r in table.rows for c in table.columns]
    composite = [replace(table.column(c), key=f"{r}/{c}") for r, c in pairs]
    sums = tuple(
        tuple(range(start, start + width)) for start in range(0, len(pairs), width)
    )
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


def _put_pairs(builder: _Builder, row: Row, taken: Proposal) -> None:
    for composite, value in taken.cells.items():
        row_key, column = composite.split("/")
        cell = (row_key, column)
        builder.cells[cell] = value
        ordinal = taken.source.get(composite)
        builder.places[cell] = row.places[ordinal] if ordinal is not None and row.places else row.place


def _one_remedy(
    builder: _Builder, row: Row, key: str, table: TableForm, sums: tuple[tuple[int, ...], ...]
) -> None:
    options = propose(row, table.columns, sums)
    result = settle({key: options}, ())
    taken = result.taken[key]
    if taken is not None and key not in result.doubts and (key, "total") not in builder.cells:
        builder.labels[key] = row.label
        builder.put(key, row, taken)


def _remedies_in_doubt(
    builder: _Builder, row: Row, pairs: Sequence[CellKey], options: Sequence[Proposal], result: Settled
) -> None:
    """Numbers under the head of remedies that do not make fifteen cells: flagged if there are enough of them."""
    if builder.cells or sum(len(t) for t in row.filled) < len(pairs) // 3:
        return
    for pair in pairs:
        builder.cells[pair] = None
        builder.places[pair] = row.place
    readings = [
        Candidate({_pair(k): v for k, v in p.cells.items()}, p.by, taken=False) for p in options
    ]
    builder.flag((), result.doubts.get("all", ""), readings)


def _pair(composite: str) -> CellKey:
    row, column = composite.split("/")
    return (row, column)
