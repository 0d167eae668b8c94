"""Chapter three's table: twenty-five rows of seven cells, placed, settled, and what stays doubtful named."""

from __future__ import annotations

from collections.abc import Sequence

from gongkai.report.document import Candidate, CellValue, Flag, Table
from gongkai.report.reader.align import OPTIONAL, Alignment, align
from gongkai.report.reader.builder import Builder, Built, candidates, equations_of, row_sums
from gongkai.report.reader.habit import follow
from gongkai.report.reader.rows import Found, Row
from gongkai.report.reader.settle import Settled, cells_of, settle
from gongkai.report.reader.slots import Proposal, propose, told_cells
from gongkai.tables.equations import Instance
from gongkai.tables.form import Form, Label, TableForm

_MOSTLY = 0.8
_FEW = 2
_LEAST_ROWS = 2
_OUT_OF_ORDER = "这一行与官方表格的次序不同；按行名读取，请核对行名与数字是否错位。"
_BY_PLACE = "这一行的行名与数字在文件中分开了，按次序对上；所在列的勾稽关系不成立，请核对。"
_HOMELESS = "文件中有若干行数字没有行名，也无法按次序对上。"
_REPEATED = "这一行在表中出现两次，数字不同。"
_SHORT = "这一行比其他行少一个数，边上的一格是空的，可能是漏了一格后各数错位。"
_LOPSIDED = "这一行有空格，各数相加又不等于总计，可能是单元格错位，也可能是填报有误。"
MOVED = (_SHORT, _LOPSIDED)
"""Why a row is flagged whose cells may have moved although each column has one."""
_MERGED = "有的单元格横跨几列，只印了一个数。"


def applications(rows: Sequence[Row], found: Found, form: Form) -> Built | None:
    """One instance of the table from its rows; None where no row could be settled."""
    table = form.table("applications")
    columns = _columns(rows, found, table)
    order = [r.key for r in table.rows]
    if OPTIONAL not in order:
        order.insert(order.index("total_outcomes"), OPTIONAL)
    alignment = align(_with_group_row(rows, found, order), order, len(columns))
    equations = equations_of(form, "applications")
    options = {
        key: propose(row, columns, row_sums(columns, equations, key)) for key, row in alignment.rows.items()
    }
    settled = settle(options, equations)
    follow(alignment.rows, options, settled)
    told = sum(told_cells(row) >= len(columns) for row in alignment.rows.values())
    if told < _LEAST_ROWS and not any(p is not None for p in settled.taken.values()):
        return None
    builder = Builder(table)
    doubts = _doubts(alignment, settled, columns, equations)
    for key, row in alignment.rows.items():
        taken = None if key in alignment.repeated else settled.taken[key]
        builder.labels[key] = row.label
        if taken is None:
            builder.leave_open(key, row, columns)
        else:
            builder.put(key, row, taken)
        if key in doubts:
            builder.flag((key,), doubts[key], candidates(key, options[key], taken))
    for key in (k for gap in alignment.gaps for k in gap if k != OPTIONAL):
        builder.flag((key,), _HOMELESS)
    for head in found.heads:
        builder.labels.update({k: v for k, v in head.printed.items() if k not in builder.labels})
    built = builder.done(equations)
    _doubt_by_place(built, alignment, equations)
    return built


def _with_group_row(rows: Sequence[Row], found: Found, order: Sequence[str]) -> list[Row]:
    """The 2021 form printed with one row for （六）: its group label then bears the numbers."""
    out = list(rows)
    keys = {r.match.key for r in rows if r.match}
    for row in found.group_rows:
        key = row.match.key if row.match else ""
        if key in order and row.filled and not any(k.startswith(key + ".") for k in keys):
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
    if widths and sum(w == len(head.columns) for w in widths) > len(widths) * _MOSTLY:
        return [c for c in columns if c.key in head.columns]
    return columns


def _doubts(
    alignment: Alignment, settled: Settled, columns: Sequence[Label], equations: Sequence[Instance]
) -> dict[str, str]:
    """Why rows are flagged, by row."""
    whole = sum(len(r.filled) >= len(columns) for r in alignment.rows.values())
    full = whole > len(alignment.rows) * _MOSTLY
    lopsided = _lopsided(alignment, settled, equations, full)
    out: dict[str, str] = {}
    for key, row in alignment.rows.items():
        taken = settled.taken[key]
        if key in alignment.repeated:
            out[key] = _REPEATED
        elif taken is not None and full and _harmless(key, taken, equations):
            continue
        elif key in settled.doubts:
            out[key] = settled.doubts[key]
        elif key in alignment.out_of_order:
            out[key] = _OUT_OF_ORDER
        elif key in alignment.beside:
            out[key] = _HOMELESS
        elif taken is not None and _merged(taken):
            out[key] = _MERGED
        elif taken is not None and full and _short(row, taken, columns):
            out[key] = _SHORT
        elif key in lopsided or (taken is not None and not full and _cut_beside_blanks(row, taken)):
            out[key] = _LOPSIDED
    return out


def _lopsided(alignment: Alignment, settled: Settled, equations: Sequence[Instance], full: bool) -> set[str]:
    """Rows with blanks whose sum fails, where they are the exception: cells may have moved or run together.

    Where the table is printed with blanks for nothing, only a row that would add up if moved tells of it.
    """
    cells = cells_of(settled.taken)
    out: set[str] = set()
    for equation in equations:
        row = alignment.rows.get(equation.at) if equation.equation.along == "row" else None
        if row is None or not row.filled:
            continue
        values = [cells.get(c) for c in equation.cells]
        if equation.evaluate(cells).closes or None not in values:
            continue
        if full or _would_close(values):
            out.add(equation.at)
    return out if len(out) <= _FEW else set()


def _would_close(values: Sequence[CellValue]) -> bool:
    """True where the cells of a row, moved by one into a blank at its edge, would add up."""
    moved = []
    if values[0] is None:
        moved.append([*values[1:], None])
    if values[-1] is None:
        moved.append([None, *values[:-1]])
    numbers = [[v if isinstance(v, int) else 0 for v in row] for row in moved]
    return any(sum(row[:-1]) == row[-1] for row in numbers)


def _short(row: Row, taken: Proposal, columns: Sequence[Label]) -> bool:
    """One blank at the edge of a row whose fellows are full: a cell may be missing and the others moved."""
    values = [taken.cells.get(c.key) for c in columns]
    return len(row.filled) == len(columns) - 1 and (values[0] is None or values[-1] is None)


def _cut_beside_blanks(row: Row, taken: Proposal) -> bool:
    """True where a figure was cut over blanks to make a sum; in a table full of blanks that may be chance."""
    return taken.by == "equations" and "" in row.tokens


def _harmless(key: str, taken: Proposal, equations: Sequence[Instance]) -> bool:
    """A cell over several columns of a full table stands for each, if the row closes or it is nought."""
    if not _merged(taken) or taken.partial:
        return False
    totals = {c for e in equations if e.equation.along == "row" for _, c in e.right}
    sources = list(taken.source.values())
    if any(taken.cells[c] and sources.count(s) > 1 for c, s in taken.source.items() if c in totals):
        return False
    shared = [s for s in taken.source.values() if list(taken.source.values()).count(s) > 1]
    nought = all(taken.cells[c] == 0 for c, s in taken.source.items() if s in shared)
    return nought or _closes(key, taken, equations)


def _merged(taken: Proposal) -> bool:
    """True where one printed cell stands for several columns."""
    return len(set(taken.source.values())) < len(taken.source)


def _closes(key: str, taken: Proposal, equations: Sequence[Instance]) -> bool:
    cells = {(key, column): value for column, value in taken.cells.items()}
    own = [e for e in equations if e.equation.along == "row" and e.at == key]
    return all(e.evaluate(cells).closes for e in own)


def _doubt_by_place(built: Built, alignment: Alignment, equations: Sequence[Instance]) -> None:
    """Rows placed by order alone are believed unless a column in which they count does not close."""
    broken = {e.at for e in equations if e.equation.along == "column" and _breaks(e, built.table)}
    for key in sorted(alignment.by_place):
        cells = {c: v for c, v in built.table.cells.items() if c[0] == key}
        if any(v and c[1] in broken for c, v in cells.items()):
            built.flags.append(
                Flag(("applications", key), _BY_PLACE, (Candidate(cells, "geometry", taken=True),))
            )


def _breaks(equation: Instance, table: Table) -> bool:
    """True where a column does not close although every cell that print has in it holds a number."""
    balance = equation.evaluate(table.cells)
    return not balance.closes and not any(cell in table.cells for cell in balance.without_number)
