"""The official tables on a terminal: as the form prints them, wrong cells marked and numbered.

Four values stay four: a number, ``/`` and other text as printed, blank as blank, ``–`` for a cell that the
report does not print; ``？`` for one that could not be settled.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from rich import box
from rich.table import Table as RichTable
from rich.text import Text

from gongkai.cli.words import plain
from gongkai.report.document import AnnualReport, Table
from gongkai.tables.form import Label, TableForm
from gongkai.values.findings import Finding, Severity

UNSETTLED, NOT_PRINTED = "？", "–"
COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTICE: "cyan"}
UNSETTLED_COLOUR = "magenta"

Spot = tuple[str | None, str | None]
"""(row, column); None for the whole of the other."""
Noted = tuple[int, Finding]
"""A finding with the number of its note."""


@dataclass(slots=True)
class Marks:
    """Which findings mark which cell, row or column of one table; findings carry the numbers of their
    notes.
    """

    spots: dict[Spot, list[tuple[int, Severity]]] = field(default_factory=dict)

    @classmethod
    def of(cls, noted: Iterable[Noted], table: str) -> Marks:
        """The marks that these findings leave in a table."""
        marks = cls()
        for number, finding in noted:
            if finding.where.table == table:
                spot = (finding.where.row, finding.where.column)
                marks.spots.setdefault(spot, []).append((number, finding.severity))
        return marks

    def put(self, spot: Spot, text: str, usual: str = "") -> Text:
        """``text`` as it stands, or between ``«»`` with the numbers of its notes and the colour of the
        gravest.
        """
        notes = self.spots.get(spot, [])
        if not notes:
            return Text(text, style=usual)
        numbers = ",".join(str(number) for number, _ in notes)
        gravest = min((severity for _, severity in notes), key=lambda severity: severity.rank)
        return Text(f"«{text}»[{numbers}]", style=COLOURS[gravest])


def grid(report: AnnualReport, table: Table, noted: Iterable[Noted]) -> RichTable:
    """The table laid out as its form has it."""
    shape = report.form.table(table.key)
    marks = Marks.of(noted, table.key)
    return _blocks(report, table, shape, marks) if shape.blocks else _matrix(report, table, shape, marks)


def cell_text(report: AnnualReport, table: Table, row: str, column: str) -> str:
    """What stands in a cell, for a person."""
    if not table.printed(row, column):
        return UNSETTLED if report.flagged(table.key, row, column) else NOT_PRINTED
    value = table.cells[row, column]
    doubt = UNSETTLED if report.flagged(table.key, row, column) else ""
    return doubt if value is None else plain(str(value)) + doubt


def _cell(report: AnnualReport, table: Table, marks: Marks, row: str, column: str) -> Text:
    text = cell_text(report, table, row, column)
    return marks.put((row, column), text, UNSETTLED_COLOUR if text.endswith(UNSETTLED) else "")


def _matrix(report: AnnualReport, table: Table, shape: TableForm, marks: Marks) -> RichTable:
    """Rows against columns, group headings on lines of their own."""
    out = RichTable(box=box.SQUARE, show_lines=False, pad_edge=True, header_style="")
    out.add_column(_corner(shape), overflow="fold", min_width=16)
    for column in shape.columns:
        heading = marks.put((None, column.key), _narrow(column.label, 2))
        out.add_column(heading, justify="right", no_wrap=True)
    last: Label | None = None
    for row, heading_of in _with_groups(shape):
        if last is not None and (heading_of is not None or row.group != last.group):
            out.add_section()
        if heading_of is not None:
            out.add_row(Text(heading_of), *[""] * len(shape.columns))
        indent = "  " if row.group is not None else ""
        cells = [_cell(report, table, marks, row.key, column.key) for column in shape.columns]
        out.add_row(Text(indent) + marks.put((row.key, None), row.label), *cells)
        last = row
    _more_rows(out, report, table, shape, marks)
    return out


def _more_rows(out: RichTable, report: AnnualReport, table: Table, shape: TableForm, marks: Marks) -> None:
    """Rows that the report prints and its form does not have, below the others."""
    official = {row.key for row in shape.rows}
    for row in dict.fromkeys(row for row, _ in table.cells if row not in official):
        out.add_section()
        cells = [_cell(report, table, marks, row, column.key) for column in shape.columns]
        out.add_row(marks.put((row, None), plain(table.labels.get(row, row))), *cells)


def _corner(shape: TableForm) -> str:
    """What the form says beside the columns: whom they count, which belong together, what must add up."""
    grouped = [column.label for column in shape.columns if column.group is not None]
    members = f"{shape.column_group}：{'、'.join(grouped)}" if grouped else ""
    return "\n".join(text for text in (shape.column_heading, members, shape.corner) if text)


def _with_groups(shape: TableForm) -> Iterator[tuple[Label, str | None]]:
    """Every row, with the heading of its group before the first row of the group."""
    headings: Mapping[str, str] = {group.key: group.label for group in shape.groups}
    told: set[str] = set()
    for row in shape.rows:
        group = row.group
        fresh = group is not None and group in headings and group not in told
        if group is not None:
            told.add(group)
        yield row, headings[group] if fresh and group is not None else None


def _blocks(report: AnnualReport, table: Table, shape: TableForm, marks: Marks) -> RichTable:
    """One block under another, each with its own heading and its own columns."""
    width = max(len(block.columns) for block in shape.blocks)
    out = RichTable(box=box.SQUARE, show_header=False, show_lines=False)
    out.add_column(overflow="fold")
    for _ in range(width):
        out.add_column(justify="right")
    for block in shape.blocks:
        headings = [marks.put((None, key), _narrow(shape.column(key).label, 8)) for key in block.columns]
        out.add_row(Text(block.heading, style="bold"), *headings, *[""] * (width - len(headings)))
        for row in block.rows:
            cells = [_amount(report, table, marks, row, column) for column in block.columns]
            label = Text("  ") + marks.put((row, None), shape.row(row).label)
            out.add_row(label, *cells, *[""] * (width - len(cells)))
        out.add_section()
    return out


def _amount(report: AnnualReport, table: Table, marks: Marks, row: str, column: str) -> Text:
    """A cell, with its unit beside it where the report prints another than the form."""
    text = _cell(report, table, marks, row, column)
    unit = table.units.get((row, column))
    if unit and unit != report.form.table(table.key).column(column).unit and text.plain.strip("–？"):
        text.append(f" {plain(unit)}")
    return text


def _narrow(label: str, letters: int) -> str:
    """A heading broken after every so many letters, so that columns stay narrow."""
    return "\n".join(label[i : i + letters] for i in range(0, len(label), letters))
