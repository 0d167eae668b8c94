"""Deadlines of the annual report, case by case (vectors/report_deadline.toml)."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from gongkai.statute.deadlines import report_deadline

VECTORS = Path(__file__).resolve().parents[1] / "vectors" / "report_deadline.toml"
CASES = tomllib.loads(VECTORS.read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[f"{c['law']} {c['name']}" for c in CASES])
def test_case(case: dict[str, Any]) -> None:
    deadline = report_deadline(case.get("organ_kind"), case["year"])
    if "on" not in case:
        assert deadline is None
        return
    assert deadline is not None
    assert (deadline.on, deadline.verified) == (case["on"], case["verified"])
    assert "第四十九条" in deadline.article


def test_both_answers_are_among_the_cases() -> None:
    assert {"on" in case for case in CASES} == {True, False}
