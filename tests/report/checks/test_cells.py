"""Settled and doubted cells, numbers as printed, and places."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from gongkai.report.checks import cells
from gongkai.report.checks.registry import run
from gongkai.report.checks.short_form import read_case
from gongkai.report.document import AnnualReport, Candidate, Flag, Place, Table
from gongkai.tables.form import TABLES

REPORT = read_case(Path(__file__).parent / "base-2021.toml").report
CELL = ("newly_received", "total")


def flagged(*where: str, taken: bool = False) -> AnnualReport:
    readings = (Candidate({CELL: 2}, "label", taken),)
    return replace(REPORT, flags=(Flag(where, "两种读法不一致", readings),))


@pytest.mark.parametrize("where", [("applications",), ("applications", CELL[0]), ("applications", *CELL)])
def test_a_flag_without_taken_reading_leaves_the_cell_open(where: tuple[str, ...]) -> None:
    report = flagged(*where)
    assert not cells.settled(report, "applications", *CELL)
    assert not cells.all_settled(report, "applications", [CELL])
    assert cells.number(report, "applications", *CELL) is None
    assert cells.settled(report, "remedies", "reconsideration", "total")


def test_a_taken_reading_settles_the_cell_but_leaves_a_doubt() -> None:
    report = flagged("applications", *CELL, taken=True)
    assert cells.number(report, "applications", *CELL) == 2
    assert cells.doubted(report, "applications", [CELL])
    assert not cells.doubted(REPORT, "applications", [CELL])


@pytest.mark.parametrize(
    ("value", "expected"),
    [(3, "3"), ("7730.28", "7730.28"), ("1,234.5", "1234.5"), ("251000元", "251000"), ("-2", "-2")],
)
def test_printed_numbers(value: int | str, expected: str) -> None:
    assert cells.as_decimal(value) == Decimal(expected)


@pytest.mark.parametrize("value", [None, "/", "无", "", "3件左右", "1.2.3"])
def test_no_number(value: str | None) -> None:
    assert cells.as_decimal(value) is None


def test_no_rule_of_the_tables_speaks_of_a_table_that_is_all_open() -> None:
    """Every cell blank or wrong, every table flagged: only the notices about reading remain."""
    tables = {
        key: Table(
            key, {cell: (-1 if i % 2 else None) for i, cell in enumerate(cells.official_cells(REPORT, key))}
        )
        for key in TABLES
    }
    report = replace(REPORT, tables=tables, flags=tuple(Flag((key,), "读不准") for key in TABLES))
    assert {f.code for f in run(report).findings} == {"R990"}
    assert {f.code for f in run(replace(report, flags=())).findings} >= {"R202", "R310", "R407"}


def test_places() -> None:
    table = replace(REPORT.tables["applications"], places={CELL: Place(page=3, line=12, block=7)})
    report = replace(REPORT, tables={**REPORT.tables, "applications": table})
    assert cells.at(report, "applications", *CELL).as_json() == {
        "table": "applications",
        "row": "newly_received",
        "column": "total",
        "page": 3,
        "line": 12,
        "block": 7,
    }
    assert cells.at(report, "applications", "disclosed", "total").page is None
    assert cells.at(report, "applications").line == 12
    assert cells.at(replace(REPORT, tables={}), "remedies").as_json() == {"table": "remedies"}


def test_unsplit_groups() -> None:
    table = REPORT.tables["applications"]
    assert table is not None
    assert cells.unsplit_groups(REPORT, table) == ()
    without = {c: v for c, v in table.cells.items() if not c[0].startswith("otherwise.")}
    assert cells.unsplit_groups(REPORT, replace(table, cells=without)) == ("otherwise",)
    less = {c: v for c, v in without.items() if c[0] != "carried_forward"}
    assert cells.unsplit_groups(REPORT, replace(table, cells=less)) == ()
    assert "carried_forward" in cells.rows_absent(
        replace(table, cells=less), REPORT.form.table("applications")
    )


def test_printed_settled_leaves_open_cells_out() -> None:
    every = dict(cells.printed_settled(REPORT, "applications"))
    assert len(every) == 175
    fewer = dict(cells.printed_settled(flagged("applications", CELL[0]), "applications"))
    assert len(fewer) == 168
    assert not list(cells.printed_settled(replace(REPORT, tables={}), "applications"))
