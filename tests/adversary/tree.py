"""The official tables as trees of cells, before any layout: what mutations change and renderers print.

A :class:`Cell` that holds a figure carries its path ``(table, row, column)``. Labels come from the form; the
only words added here are those that the form leaves out because no figure hangs on them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from gongkai.tables.form import Form, Label, Path, TableForm

CONTENT = "信息内容"


@dataclass(slots=True)
class Cell:
    """One printed cell; ``role`` is head, group, label, number, note or blank."""

    text: str
    rowspan: int = 1
    colspan: int = 1
    role: str = "label"
    path: Path | None = None


@dataclass(slots=True)
class Row:
    """The cells that start in one row, and the row of the form that it prints (none for headings)."""

    cells: list[Cell]
    key: str | None = None

    @property
    def numbers(self) -> list[Cell]:
        """The cells that hold figures."""
        return [c for c in self.cells if c.role == "number"]

    @property
    def first_number(self) -> int:
        """Index of the first figure, or the length where there is none."""
        return next((i for i, c in enumerate(self.cells) if c.role == "number"), len(self.cells))


@dataclass(slots=True)
class Tree:
    """One printed table. ``before`` and ``after`` are loose lines that stand next to it."""

    key: str
    rows: list[Row]
    width: int
    before: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)

    def body(self) -> list[int]:
        """Indexes of the rows that hold figures."""
        return [i for i, row in enumerate(self.rows) if row.numbers]

    def numbers(self) -> Iterator[Cell]:
        """Every cell that holds a figure."""
        for row in self.rows:
            yield from row.numbers


Values = Mapping[Path, int | str | None]


def show(value: int | str | None) -> str:
    """A value as a clerk types it: blank for None."""
    return "" if value is None else str(value)


def _number(values: Values, path: Path, colspan: int = 1) -> Cell:
    return Cell(show(values[path]), 1, colspan, "number", path)


def _proactive(table: TableForm, values: Values) -> Tree:
    rows = []
    for block in table.blocks:
        rows.append(Row([Cell(block.heading, colspan=4, role="head")]))
        count = len(block.columns)
        spans = [1] * (count - 1) + [4 - count]
        heads = [Cell(table.column(c).label, 1, s, "head") for c, s in zip(block.columns, spans, strict=True)]
        rows.append(Row([Cell(CONTENT, role="head"), *heads]))
        for key in block.rows:
            numbers = [
                _number(values, ("proactive", key, c), s) for c, s in zip(block.columns, spans, strict=True)
            ]
            rows.append(Row([Cell(table.row(key).label), *numbers], key))
    return Tree("proactive", rows, 4)


def _applications_head(table: TableForm) -> list[Row]:
    legal = [c for c in table.columns if c.group]
    return [
        Row([Cell(table.corner, 3, 3, "head"), Cell(table.column_heading, 1, 7, "head")]),
        Row(
            [
                Cell(table.columns[0].label, 2, 1, "head"),
                Cell(table.column_group, 1, len(legal), "head"),
                Cell(table.columns[-1].label, 2, 1, "head"),
            ]
        ),
        Row([Cell(c.label, role="head") for c in legal]),
    ]


def _lead_cells(table: TableForm, index: int) -> list[Cell]:
    row = table.rows[index]
    if row.group is None:
        return [Cell(row.label, colspan=3)]
    cells = []
    keys = {g.key for g in table.groups}
    inside = [r for r in table.rows if r.group in keys]
    if row is inside[0]:
        cells.append(Cell(table.group("outcomes").label, len(inside), 1, "group"))
    if row.group == "outcomes":
        return [*cells, Cell(row.label, colspan=2)]
    siblings: list[Label] = [r for r in table.rows if r.group == row.group]
    if row is siblings[0]:
        cells.append(Cell(table.group(row.group).label, len(siblings), 1, "group"))
    return [*cells, Cell(row.label)]


def _applications(table: TableForm, values: Values) -> Tree:
    rows = _applications_head(table)
    for index, row in enumerate(table.rows):
        numbers = [_number(values, ("applications", row.key, c.key)) for c in table.columns]
        rows.append(Row([*_lead_cells(table, index), *numbers], row.key))
    return Tree("applications", rows, 10)


def _remedies(table: TableForm, values: Values) -> Tree:
    columns = [c.label for c in table.columns]
    first, *others = table.rows
    size = len(columns)
    top = [
        Cell(first.label, 1, size, "head"),
        Cell(table.group("litigation").label, 1, size * len(others), "head"),
    ]
    middle = [Cell(c, 2, 1, "head") for c in columns] + [Cell(r.label, 1, size, "head") for r in others]
    bottom = [Cell(c, role="head") for _ in others for c in columns]
    numbers = [_number(values, ("remedies", r.key, c.key)) for r in table.rows for c in table.columns]
    return Tree("remedies", [Row(top), Row(middle), Row(bottom), Row(numbers, "all")], 3 * size)


def trees(form: Form, values: Values) -> dict[str, Tree]:
    """The three official tables of that edition with these values, in the official layout."""
    return {
        "proactive": _proactive(form.table("proactive"), values),
        "applications": _applications(form.table("applications"), values),
        "remedies": _remedies(form.table("remedies"), values),
    }


def expand(tree: Tree) -> list[list[str]]:
    """The table as a full rectangle of texts; a cell covered by a span is an empty text."""
    covered: dict[tuple[int, int], bool] = {}
    out: list[list[str]] = []
    for r, row in enumerate(tree.rows):
        line: dict[int, str] = {}
        column = 0
        for cell in row.cells:
            while (r, column) in covered:
                column += 1
            line[column] = cell.text
            for i in range(cell.rowspan):
                for j in range(cell.colspan):
                    covered[(r + i, column + j)] = True
            column += cell.colspan
        last = max([tree.width - 1, *line])
        out.append([line.get(c, "") for c in range(last + 1)])
    return out
