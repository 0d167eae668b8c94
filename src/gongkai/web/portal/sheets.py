"""The official tables as the form prints them, filled with what was read, wrong cells marked.

Rows, columns, spans and labels come from :mod:`gongkai.tables.form`; this module only lays them out.
The three layouts are those of 国办公开办函〔2021〕30号 (and of its predecessor, which differs in the table of
chapter two).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from gongkai.tables.form import Label, TableForm
from gongkai.web.portal.answer import SheetCell

Fill = Callable[[str, str], SheetCell]
"""(row, column) to the filled cell; it gets its spans from the layout."""
Rows = tuple[tuple[SheetCell, ...], ...]


def head(text: str, rowspan: int = 1, colspan: int = 1, scope: str = "") -> SheetCell:
    """A cell that holds a label; ``scope`` says what it heads where that is not its row or rows."""
    scope = scope or ("rowgroup" if rowspan > 1 else "row")
    return SheetCell(text, header=True, rowspan=rowspan, colspan=colspan, scope=scope)


def widened(cell: SheetCell, colspan: int) -> SheetCell:
    """The same cell over several columns."""
    return replace(cell, colspan=colspan)


def proactive(form: TableForm, fill: Fill) -> tuple[Rows, Rows]:
    """Chapter two: a block for each item of article 20, the last column of narrow blocks drawn out."""
    width = max(len(block.columns) for block in form.blocks)
    body: list[tuple[SheetCell, ...]] = []
    for block in form.blocks:
        spans = [1] * (len(block.columns) - 1) + [width - len(block.columns) + 1]
        labels = [
            head(form.column(c).label, colspan=s, scope="colgroup" if s > 1 else "col")
            for c, s in zip(block.columns, spans, strict=True)
        ]
        body.append((head(block.heading, colspan=width + 1, scope="colgroup"),))
        body.append((head(form.corner, scope="col"), *labels))
        for row in block.rows:
            cells = [widened(fill(row, c), s) for c, s in zip(block.columns, spans, strict=True)]
            body.append((head(form.row(row).label), *cells))
    return (), tuple(body)


def applications(form: TableForm, fill: Fill) -> tuple[Rows, Rows]:
    """Chapter three: a head of three levels, groups of rows at the left."""
    grouped = [c for c in form.columns if c.group]
    first, last = form.columns[0], form.columns[-1]
    top = (
        (head(form.corner, 3, 3), head(form.column_heading, colspan=len(form.columns))),
        (head(first.label, 2), head(form.column_group, colspan=len(grouped)), head(last.label, 2)),
        tuple(head(c.label) for c in grouped),
    )
    body: list[tuple[SheetCell, ...]] = []
    seen: set[str] = set()
    for row in form.rows:
        labels = _leading(form, row, seen)
        body.append((*labels, *(fill(row.key, c.key) for c in form.columns)))
    return top, tuple(body)


def _leading(form: TableForm, row: Label, seen: set[str]) -> list[SheetCell]:
    """The label cells that begin in this row: the outer group, the inner group, the row."""
    if row.group is None:
        return [head(row.label, colspan=3)]
    outer = form.groups[0]
    cells: list[SheetCell] = []
    if outer.key not in seen:
        seen.add(outer.key)
        cells.append(head(outer.label, rowspan=sum(r.group is not None for r in form.rows)))
    if row.group == outer.key:
        return [*cells, head(row.label, colspan=2)]
    if row.group not in seen:
        seen.add(row.group)
        cells.append(head(form.group(row.group).label, rowspan=sum(r.group == row.group for r in form.rows)))
    return [*cells, head(row.label)]


def remedies(form: TableForm, fill: Fill) -> tuple[Rows, Rows]:
    """Chapter four: one line of fifteen numbers under a head of three levels."""
    width = len(form.columns)
    plain = [r for r in form.rows if r.group is None]
    grouped = [r for r in form.rows if r.group is not None]
    group = form.groups[0]
    columns = [head(c.label) for c in form.columns]
    top = (
        (*(head(r.label, colspan=width) for r in plain), head(group.label, colspan=width * len(grouped))),
        (
            *(head(c.label, rowspan=2) for _ in plain for c in form.columns),
            *(head(r.label, colspan=width) for r in grouped),
        ),
        tuple(cell for _ in grouped for cell in columns),
    )
    line = tuple(fill(r.key, c.key) for r in (*plain, *grouped) for c in form.columns)
    return top, (line,)


LAYOUTS: dict[str, Callable[[TableForm, Fill], tuple[Rows, Rows]]] = {
    "proactive": proactive,
    "applications": applications,
    "remedies": remedies,
}
