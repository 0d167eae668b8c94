"""Properties: a consistent table is quiet; one cell changed by one fires exactly the equations that bind
it.
"""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.report.checks.registry import run
from gongkai.report.document import AnnualReport, Source, Table
from gongkai.tables.form import EDITIONS, form

RULE_OF = {"I1": "R302", "I2": "R303", "I3": "R304", "I7": "R402"}
Cells = dict[tuple[str, str], int]


@st.composite
def consistent(draw: st.DrawFn) -> AnnualReport:
    """A report whose tables of applications and remedies close in every equation."""
    edition = draw(st.sampled_from(EDITIONS))
    wanted = form(edition).table("applications")
    columns = [c.key for c in wanted.columns][:-1]
    count = st.integers(0, 40)
    cells: Cells = {}
    for column in columns:
        outcomes = {row: draw(count) for row in wanted.outcomes}
        total, carried = sum(outcomes.values()), draw(count)
        brought = draw(st.integers(0, total + carried))
        cells |= {(row, column): n for row, n in outcomes.items()}
        cells["total_outcomes", column] = total
        cells["carried_forward", column] = carried
        cells["brought_forward", column] = brought
        cells["newly_received", column] = total + carried - brought
    for row in wanted.rows:
        cells[row.key, "total"] = sum(cells[row.key, column] for column in columns)
    remedies: Cells = {}
    for row in form(edition).table("remedies").rows:
        parts = {c.key: draw(count) for c in form(edition).table("remedies").columns[:-1]}
        remedies |= {(row.key, column): n for column, n in parts.items()}
        remedies[row.key, "total"] = sum(parts.values())
    tables = {"applications": Table("applications", cells), "remedies": Table("remedies", remedies)}
    return AnnualReport(Source("", "toml", ""), edition=edition, tables=tables)


def fired(report: AnnualReport) -> list[tuple[str, str]]:
    """Code and the column or row at which each rule of the threes and fours fires."""
    found = [f for f in run(report).findings if f.code[1] in "34"]
    return sorted(
        (f.code, (f.where.column if f.code in ("R302", "R303") else f.where.row) or "") for f in found
    )


@settings(max_examples=60, deadline=None)
@given(consistent())
def test_a_consistent_table_is_quiet(report: AnnualReport) -> None:
    assert fired(report) == []


@settings(max_examples=120, deadline=None)
@given(consistent(), st.data())
def test_one_cell_off_by_one_fires_what_binds_it(report: AnnualReport, data: st.DataObject) -> None:
    key = data.draw(st.sampled_from(["applications", "remedies"]))
    table = report.tables[key]
    assert table is not None
    cell = data.draw(st.sampled_from(sorted(table.cells)))
    value = table.number(*cell)
    assert value is not None
    changed = value + (data.draw(st.sampled_from([-1, 1])) if value else 1)
    wrong = replace(table, cells={**table.cells, cell: changed})
    official = report.form.table(key)
    rows, columns = [r.key for r in official.rows], [c.key for c in official.columns]
    bound = [
        (RULE_OF[equation.id], instance.at)
        for equation in report.form.equations_of(key)
        for instance in equation.instances(rows, columns)
        if cell in instance.cells
    ]
    assert bound
    assert fired(replace(report, tables={**report.tables, key: wrong})) == sorted(bound)


@settings(max_examples=40, deadline=None)
@given(consistent(), st.data())
def test_a_nought_left_blank_is_never_an_error(report: AnnualReport, data: st.DataObject) -> None:
    table = report.tables["applications"]
    assert table is not None
    noughts = sorted(cell for cell, value in table.cells.items() if value == 0)
    blank = data.draw(st.sets(st.sampled_from(noughts))) if noughts else set()
    cells = {cell: None if cell in blank else value for cell, value in table.cells.items()}
    found = run(
        replace(report, tables={**report.tables, "applications": replace(table, cells=cells)})
    ).findings
    assert {f.code for f in found if f.code[1] == "3"} == ({"R306"} if blank else set())
