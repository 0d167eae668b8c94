"""Deadlines of the annual report, case by case (vectors/report_deadline.toml)."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.statute.deadlines import report_deadline
from gongkai.statute.settings import Settings
from gongkai.statute.working_days import Calendar

VECTORS = Path(__file__).resolve().parents[1] / "vectors" / "report_deadline.toml"
CALENDAR = Calendar.national()
CASES = tomllib.loads(VECTORS.read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[f"{c['law']} {c['name']}" for c in CASES])
def test_case(case: dict[str, Any]) -> None:
    deadline = report_deadline(case.get("organ_kind"), case["year"])
    warned = report_deadline(case.get("organ_kind"), case["year"], CALENDAR)
    if "on" not in case:
        assert deadline is warned is None
        return
    assert deadline is not None
    assert (deadline.on, deadline.verified) == (case["on"], case["verified"])
    assert "第四十九条" in deadline.article
    assert deadline.warn_on is None
    assert warned is not None
    assert (warned.on, warned.article, warned.verified) == (deadline.on, deadline.article, deadline.verified)
    assert warned.provisional == case.get("provisional", False)
    if "warn_on" in case:
        assert warned.warn_on == case["warn_on"]


def test_both_answers_are_among_the_cases() -> None:
    assert {"on" in case for case in CASES} == {True, False}


def test_a17_rolled_over_where_the_setting_says_so() -> None:
    rolls = Settings.default().using({"report.roll": True})
    deadline = report_deadline("department", 2024, CALENDAR, rolls)
    assert deadline is not None
    assert (deadline.on, deadline.warn_on) == (dt.date(2025, 2, 5), dt.date(2025, 2, 5))


@given(st.sampled_from(["department", "government", "justice", "vertical"]), st.integers(2019, 2030))
def test_the_warning_is_the_last_working_day_in_time(kind: str, year: int) -> None:
    deadline = report_deadline(kind, year, CALENDAR)
    assert deadline is not None
    assert deadline.warn_on is not None
    assert CALENDAR.is_working(deadline.warn_on)
    assert deadline.warn_on <= deadline.on
    assert CALENDAR.count_between(deadline.warn_on, deadline.on) == 0
