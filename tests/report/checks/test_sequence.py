"""Whether last year's report may be compared with this one."""

from __future__ import annotations

import pytest

from gongkai.report.checks.sequence import same_organ, year_before
from gongkai.report.checks.short_form import case_of, report_of


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("青禾县档案馆", "青禾县 档案馆", True),
        ("青禾县档案馆", "档案馆", True),
        ("青禾县档案馆", "", True),
        ("青禾县档案馆", "青禾县水文站", False),
    ],
)
def test_same_organ(one: str, other: str, *, same: bool) -> None:
    assert same_organ(report_of({"organ": one}), report_of({"organ": other})) is same


@pytest.mark.parametrize(("year", "usable"), [(2023, True), (2022, False), (2024, False), (0, False)])
def test_only_the_year_before(year: int, *, usable: bool) -> None:
    case = case_of({"year": 2024, "previous": {"year": year}})
    assert (year_before(case.report, case.context) is not None) is usable


def test_nothing_beside() -> None:
    case = case_of({"year": 2024})
    assert year_before(case.report, case.context) is None
