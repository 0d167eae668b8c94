"""Runs the vectors of years: a ledger in notation, and the cells that are not 0 in each year."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from gongkai.ledger.notation import read
from gongkai.tables.cells import CellTable
from gongkai.tables.form import form

VECTORS = Path(__file__).resolve().parents[1] / "vectors"


def load(name: str) -> list[Any]:
    """The cases of a vector file, each with its legal reason as the id."""
    import pytest

    cases = tomllib.loads((VECTORS / name).read_text(encoding="utf-8"))["case"]
    return [pytest.param(case, id=f"{case['law']} {case['name']}") for case in cases]


def hold(case: dict[str, Any], build: Callable[..., CellTable]) -> None:
    """Every year of a case has exactly the cells told, and every equation of the form closes."""
    entries = read(case["ledger"], "浑湾市测试局", "甲")
    refusals = set()
    for year, expected in case["years"].items():
        table = build(entries, int(year), case.get("known_at"))
        official = form("2021").table(table.key)
        assert set(table.cells) == {(row, column) for _, row, column in official.paths()}
        told = {
            f"{row}.{column}": value
            for (row, column), value in table.cells.items()
            if value not in (0, "0") and column != "total" and row != "total_outcomes"
        }
        assert told == expected, (year, case["law"])
        assert unbalanced(table) == []
        refusals |= set(table.refusals)
    assert len(refusals) == case.get("refusals", 0), refusals


def unbalanced(table: CellTable) -> list[str]:
    """The equations of the form that do not close in a table."""
    official = form("2021")
    rows = [r.key for r in official.table(table.key).rows]
    columns = [c.key for c in official.table(table.key).columns]
    return [
        f"{equation.id} {instance.at}"
        for equation in official.equations_of(table.key)
        for instance in equation.instances(rows, columns)
        if not (balance := instance.evaluate(table.cells)).closes or balance.without_number
    ]
