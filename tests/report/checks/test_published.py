"""Reports as published, cells as a person read them off: every certain fault of the tables, and no other
error.

The reports are other people's texts and stand beside the checkout, not in it; without them this is skipped.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from gongkai.report.checks.registry import run
from gongkai.report.document import AnnualReport, Source, Table
from gongkai.tables.form import Form, form
from gongkai.values.findings import Finding, Severity

ROOT = Path(__file__).parents[3]
SHARED = Path(os.environ.get("GONGKAI_SHARED", ROOT.parent / "shared")) / "reports"
REPORTS = sorted(p.parent for p in SHARED.glob("*/expected.json")) if SHARED.is_dir() else []
CELL_KINDS = {"row_sum": {"R304"}, "parts_sum": {"R303"}, "t3_sum": {"R402"}, "format": {"R309"}}
_NUMBERING = re.compile(r"^(?:三（[三四五六]）\w+-)?(?:三(?=（))?")


def row_key(official: Form, table: str, name: str) -> str:
    """The key of a row by its name in the list; names there may be cut short."""
    bare = _NUMBERING.sub("", name)
    group = re.match(r"三（[三四五六]）(\w+)-", name)
    wanted = official.table(table)
    for row in wanted.rows:
        label = wanted.group(row.group).label if row.group and row.group != "outcomes" else ""
        if any(w.startswith(bare) for w in row.wordings) and (group is None or group.group(1) in label):
            return row.key
    for part in wanted.groups:
        if part.label.startswith(bare):
            return part.key
    raise AssertionError(name)


def cells_of(official: Form, table: str, listed: dict[str, Any]) -> dict[tuple[str, str], Any]:
    """Cells by key. A list is the columns in the order of print; one number is the row's last column but
    amounts.
    """
    out: dict[tuple[str, str], Any] = {}
    for name, values in listed.items():
        if name.startswith("_"):
            continue
        key = row_key(official, table, name)
        known = any(row.key == key for row in official.table(table).rows)
        columns = (
            official.table(table).columns_of(key) if known else [c.key for c in official.table(table).columns]
        )
        if isinstance(values, list):
            out |= {(key, column): value for column, value in zip(columns, values, strict=True)}
        else:
            out[key, columns[-1]] = values
    return out


def report_of(folder: Path) -> tuple[AnnualReport, list[dict[str, Any]]]:
    """The report with the cells that the list has, and its faults that are certain and concern a table's
    cells.
    """
    told = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    edition = told.get("format", "2021")
    official = form(edition)
    tables = {}
    for key, name in (("proactive", "table1"), ("applications", "table2"), ("remedies", "table3")):
        listed = told.get(name) or told.get(f"{name}_partial")
        tables[key] = Table(key, cells_of(official, key, listed)) if listed else None
    faults = [v for v in told["violations"] if v["certainty"] == "certain"]
    report = AnnualReport(Source(folder.name, "json", ""), edition=edition, tables=tables)
    return report, [v for v in faults if v["kind"] in (*CELL_KINDS, "missing_cell")]


def meant(report: AnnualReport, fault: dict[str, Any], finding: Finding) -> bool:
    """True where the finding tells of that fault."""
    if fault["kind"] == "missing_cell":
        implied = [int(n) for n in fault["implied"].split(", ")]
        return finding.code == "R305" and finding.expected in implied
    if finding.code not in CELL_KINDS[fault["kind"]]:
        return False
    place, _, rest = fault["where"].partition(" ")
    table = "remedies" if fault["table"] == 3 else "applications"
    if finding.where.row != row_key(report.form, table, place):
        return False
    column = rest.split(":")[0]
    return not column or finding.where.column == {"自然人": "natural_person", "总计": "total"}[column]


@pytest.mark.skipif(not REPORTS, reason="the folder of published reports (GONGKAI_SHARED) is not here")
@pytest.mark.parametrize("folder", REPORTS, ids=lambda p: p.name)
def test_certain_faults_and_no_other_error(folder: Path) -> None:
    report, faults = report_of(folder)
    errors = [f for f in run(report).findings if f.severity is Severity.ERROR]
    missed = [fault["where"] for fault in faults if not any(meant(report, fault, f) for f in errors)]
    false = [f.message for f in errors if not any(meant(report, fault, f) for fault in faults)]
    assert missed == []
    assert false == []
    for fault in faults:
        if fault["kind"] == "missing_cell":
            implied = Counter(int(n) for n in fault["implied"].split(", "))
            assert Counter(f.expected for f in errors if f.code == "R305") == implied


@pytest.mark.skipif(not REPORTS, reason="the folder of published reports (GONGKAI_SHARED) is not here")
def test_the_list_holds_faults_at_all() -> None:
    assert sum(len(report_of(folder)[1]) for folder in REPORTS) >= 10
