"""One report's tables filled in: values, the gravest finding on each cell, doubts with their readings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from gongkai.report.checks.telling import cell_name
from gongkai.report.document import AnnualReport, Candidate, Flag, Table
from gongkai.report.printed import UNSETTLED
from gongkai.report.writer.layout import LaidCell, LaidTable, tables
from gongkai.tables.form import TABLES
from gongkai.values.errors import Refused
from gongkai.values.findings import Finding
from gongkai.web.portal.anchors import cell_id, place_id
from gongkai.web.portal.answer import Doubt, Sheet, SheetCell

METHODS = {"label": "按栏目名称读", "geometry": "按格子位置读", "equations": "按勾稽关系推"}
OnCells = Mapping[tuple[str, ...], tuple[str, str, int]]
"""Path of a cell to the gravest finding on it: level, id, number."""


@dataclass(frozen=True, slots=True)
class _Beside:
    """What a cell is shown with: the report, the part's id, the findings by cell, the ids in the source."""

    report: AnnualReport
    part: str
    on_cells: OnCells
    shown: set[str]


def sheets(report: AnnualReport, part: str, on_cells: OnCells, shown: set[str]) -> tuple[Sheet, ...]:
    """The three tables. ``shown``: ids that stand in the source."""
    beside = _Beside(report, part, on_cells, shown)
    laid = {table.key: table for table in _laid(report)}
    return tuple(_sheet(beside, key, laid.get(key)) for key in TABLES)


def _laid(report: AnnualReport) -> tuple[LaidTable, ...]:
    """The tables in the layout of our files; cells that the form has no place for are left out."""
    try:
        return tables(report)
    except Refused:
        kept = {key: table and _inside(report, table) for key, table in report.tables.items()}
        return tables(replace(report, tables=kept))


def _inside(report: AnnualReport, table: Table) -> Table:
    known = {path[1:] for path in report.form.table(table.key).paths()}
    return replace(table, cells={key: value for key, value in table.cells.items() if key in known})


def _sheet(beside: _Beside, key: str, laid: LaidTable | None) -> Sheet:
    report, part = beside.report, beside.part
    chapter = report.form.table(key).chapter
    title = report.form.chapters[chapter - 1].label
    if laid is None:
        return Sheet(key, title, found=False, doubts=_doubts(report, part, key))
    rows = tuple(tuple(_cell(beside, cell) for cell in row) for row in laid.rows)
    others = sum(table.key == key for table in report.other_tables)
    doubts = _doubts(report, part, key)
    return Sheet(key, title, True, rows[: laid.head], rows[laid.head :], doubts, others)


def _cell(beside: _Beside, cell: LaidCell) -> SheetCell:
    """A cell of the layout as the page shows it, with the spans of the form."""
    if cell.path is None:
        return SheetCell(
            cell.text, header=True, rowspan=cell.rowspan, colspan=cell.colspan, scope=_scope(cell)
        )
    return replace(_filled(beside, cell), rowspan=cell.rowspan, colspan=cell.colspan)


def _scope(cell: LaidCell) -> str:
    if cell.kind == "label":
        return "rowgroup" if cell.rowspan > 1 else "row"
    return "colgroup" if cell.colspan > 1 else "col"


def _filled(beside: _Beside, cell: LaidCell) -> SheetCell:
    report, path = beside.report, cell.path or ("", "", "")
    key, row, column = path
    table = report.table(key) or Table(key)
    place = place_id(table.places.get((row, column)))
    level, finding, number = beside.on_cells.get(path, ("", "", 0))
    state = {"absent": level or "absent", "blank": level or "blank", "unsettled": "unsettled"}
    return SheetCell(
        text={"value": str(cell.value), "unsettled": UNSETTLED}.get(cell.state, ""),
        id=cell_id(beside.part, *path),
        state=state.get(cell.state, level or "plain"),
        source=place if place in beside.shown else "",
        finding=finding,
        number=number,
        readings=_readings(report, path),
        name=cell_name(report, key, row, column),
    )


def _readings(report: AnnualReport, path: tuple[str, str, str]) -> tuple[tuple[str, str], ...]:
    """The values that flags offer for a cell, by method, once each."""
    out: dict[str, str] = {}
    for flag in report.flags:
        if flag.covers(*path):
            for reading in flag.readings:
                if path[1:] in reading.cells:
                    out.setdefault(METHODS.get(reading.by, reading.by), _shown(reading.cells[path[1:]]))
    return tuple(out.items())


def _shown(value: int | str | None) -> str:
    return "空白" if value is None else str(value)


def _doubts(report: AnnualReport, part: str, key: str) -> tuple[Doubt, ...]:
    return tuple(_doubt(report, part, flag) for flag in report.flags if flag.where[:1] == (key,))


def _doubt(report: AnnualReport, part: str, flag: Flag) -> Doubt:
    cell = ""
    place = "整张表"
    if len(flag.where) == 3:
        table, row, column = flag.where
        cell = cell_id(part, table, row, column)
        place = cell_name(report, table, row, column)
    elif len(flag.where) == 2:
        place = f"“{report.form.table(flag.where[0]).row(flag.where[1]).label}”行"
    readings = tuple((METHODS.get(r.by, r.by), _told(report, flag, r)) for r in flag.readings)
    return Doubt(place, flag.why, readings, cell)


def _told(report: AnnualReport, flag: Flag, reading: Candidate) -> str:
    """The values of a reading in one line, the taken one marked."""
    values = "、".join(_shown(v) for v in reading.cells.values())
    return f"{values}（已采用）" if reading.taken else values


def cells_of(report: AnnualReport, finding: Finding) -> tuple[tuple[str, str, str], ...]:
    """The cells that a finding speaks of: one cell, the cells of a row, or none."""
    where = finding.where
    if where.table not in TABLES or where.row is None or where.column is None:
        return ()
    known = {(row, column) for _, row, column in report.form.table(where.table).paths()}
    rows = where.row.split("+")
    return tuple((where.table, row, where.column) for row in rows if (row, where.column) in known)
