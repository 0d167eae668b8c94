"""One report's tables filled in: values, the gravest finding on each cell, doubts with their readings."""

from __future__ import annotations

from collections.abc import Mapping

from gongkai.report.checks.telling import cell_name
from gongkai.report.document import AnnualReport, Candidate, Flag
from gongkai.tables.form import TABLES
from gongkai.values.findings import Finding
from gongkai.web.portal.anchors import cell_id, place_id
from gongkai.web.portal.answer import Doubt, Sheet, SheetCell
from gongkai.web.portal.sheets import LAYOUTS

METHODS = {"label": "按栏目名称读", "geometry": "按格子位置读", "equations": "按勾稽关系推"}
UNSETTLED = "待核"
OnCells = Mapping[tuple[str, ...], tuple[str, str, int]]
"""Path of a cell to the gravest finding on it: level, id, number."""


def sheets(report: AnnualReport, part: str, on_cells: OnCells, shown: set[str]) -> tuple[Sheet, ...]:
    """The three tables. ``shown``: ids that stand in the source."""
    return tuple(_sheet(report, part, key, on_cells, shown) for key in TABLES)


def _sheet(
    report: AnnualReport,
    part: str,
    key: str,
    on_cells: OnCells,
    shown: set[str],
) -> Sheet:
    form = report.form.table(key)
    title = report.form.chapters[form.chapter - 1].label
    if report.table(key) is None:
        return Sheet(key, title, found=False, doubts=_doubts(report, part, key))

    def fill(row: str, column: str) -> SheetCell:
        return _filled(report, part, (key, row, column), on_cells, shown)

    top, body = LAYOUTS[key](form, fill)
    others = sum(table.key == key for table in report.other_tables)
    return Sheet(key, title, True, top, body, _doubts(report, part, key), others)


def _filled(
    report: AnnualReport,
    part: str,
    path: tuple[str, str, str],
    on_cells: OnCells,
    shown: set[str],
) -> SheetCell:
    key, row, column = path
    table = report.tables[key]
    if table is None:
        raise KeyError(key)
    place = place_id(table.places.get((row, column)))
    level, finding, number = on_cells.get(path, ("", "", 0))
    value = table.cells.get((row, column))
    readings = _readings(report, path)
    state = level or "plain"
    if not table.printed(row, column):
        state = level or "absent"
    elif value is None:
        state = "unsettled" if report.flagged(*path) else level or "blank"
    return SheetCell(
        text=UNSETTLED if state == "unsettled" else "" if value is None else str(value),
        id=cell_id(part, *path),
        state=state,
        source=place if place in shown else "",
        finding=finding,
        number=number,
        readings=readings,
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
