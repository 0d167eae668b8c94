"""Periods of natural days and months, case by case (vectors/periods.toml)."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from gongkai.statute.periods import months, natural_days
from gongkai.statute.working_days import Calendar

VECTORS = Path(__file__).resolve().parents[1] / "vectors" / "periods.toml"
CASES = tomllib.loads(VECTORS.read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[f"{c['law']} {c['name']}" for c in CASES])
def test_case(case: dict[str, Any]) -> None:
    calendar, roll = Calendar.national(), case.get("roll", True)
    if "days" in case:
        last = natural_days(case["start"], case["days"], calendar, roll=roll)
    else:
        last = months(case["start"], case["months"], calendar, roll=roll)
    assert last == case["last"]


def test_both_units_and_both_ways_are_among_the_cases() -> None:
    assert {"days" in case for case in CASES} == {True, False}
    assert {case.get("roll", True) for case in CASES} == {True, False}


def test_a_month_end_without_rolling() -> None:
    start = CASES[-1]["start"]
    assert str(months(start, 1, Calendar.national(), roll=False)) == "2024-03-29"
    assert str(months(start, 10, Calendar.national(), roll=False)) == "2024-12-29"
    assert str(months(start, 11, Calendar.national(), roll=False)) == "2025-01-29"
