"""Equations with blank, absent and unsettled cells."""

from __future__ import annotations

from typing import Any

import pytest

from gongkai.report.checks.balances import imbalances, instances, row_sum
from gongkai.report.checks.short_form import case_of
from gongkai.report.document import AnnualReport

NOUGHT = [0, 0, 0, 0, 0, 0, 0]


def report(**rows: Any) -> AnnualReport:
    return case_of({"fill": 0, "tables": {"applications": rows}}).report


@pytest.mark.parametrize(
    ("row", "certain"),
    [
        ([2, 0, 0, 0, 0, 0, 0], [True]),
        ([0, 0, 0, 0, 0, 0, 2], [True]),
        (["空", 0, 0, 0, 0, 0, 2], [False]),
        (["/", 0, 0, 0, 0, 0, 2], [False]),
        (["空", 3, 0, 0, 0, 0, 2], [True]),
        (["缺", 0, 0, 0, 0, 0, 2], []),
        (["缺", 3, 0, 0, 0, 0, 2], [True]),
        ([2, "空", "空", "空", "空", "空", 2], []),
        ([2, 0, 0, 0, 0, 0, "空"], []),
        (["空", "空", "空", "空", "空", "空", "空"], []),
    ],
)
def test_what_a_row_says(row: list[Any], certain: list[bool]) -> None:
    """I3: a blank may hold what is missing only on the smaller side; an absent cell there says nothing at
    all.
    """
    assert [i.certain for i in imbalances(report(brought_forward=row), "I3")] == certain


def test_figures_of_an_imbalance() -> None:
    wrong = report(newly_received=[9, *NOUGHT[1:]], carried_forward=[12, *NOUGHT[1:]])
    (found,) = imbalances(wrong, "I1")
    assert (found.left.total, found.right.total, found.difference, found.blank) == (9, 12, 3, ())
    assert found.instance.at == "natural_person"


def test_a_blank_total_is_computed_from_its_row() -> None:
    given = report(disclosed=[1, 1, 0, 0, 0, 0, "空"], total_outcomes=[1, 1, 0, 0, 0, 0, 2])
    assert list(imbalances(given, "I2")) == []
    table = given.tables["applications"]
    assert table is not None
    assert row_sum(given, table, "disclosed") == 2


def test_a_row_of_blanks_has_no_sum() -> None:
    given = report(disclosed=["空"] * 7)
    table = given.tables["applications"]
    assert table is not None
    assert row_sum(given, table, "disclosed") is None


def test_no_table_no_imbalance() -> None:
    assert list(imbalances(case_of({"tables": {"applications": False}}).report, "I1")) == []


def test_instances_cover_the_table() -> None:
    """law.md: I1 and I2 in 7 columns, I3 in 25 rows, I7 in 3."""
    counts = {name: len(instances("2021", name)) for name in ("I1", "I2", "I3", "I7")}
    assert counts == {"I1": 7, "I2": 7, "I3": 25, "I7": 3}
