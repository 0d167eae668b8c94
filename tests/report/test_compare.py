"""Two reports side by side."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import given, settings

from gongkai.report.checks.short_form import report_of
from gongkai.report.compare import ComparedCell, Comparison, as_json, compare
from gongkai.report.document import AnnualReport
from tests.report.any_report import reports

CELL = ("applications", "newly_received", "total")


def of(*values: object, **more: object) -> AnnualReport:
    row = [*[0] * (7 - len(values)), *values]
    return report_of({"fill": 0, "tables": {"applications": {"newly_received": row}}, **more})


def cell(found: Comparison, path: tuple[str, str, str] = CELL) -> ComparedCell:
    return next(c for c in found.cells if c.path == path)


def in_json(found: Comparison, path: tuple[str, str, str] = CELL) -> dict[str, Any]:
    return next(c for c in as_json(found)["cells"] if c["path"] == list(path))


def test_change_is_b_less_a() -> None:
    found = compare(of(5), of(12))
    assert cell(found).change == 7
    assert in_json(found) == {"path": list(CELL), "a": 5, "b": 12, "change": 7}
    assert [c.path for c in found.changed] == [CELL]


def test_all_columns_are_laid_side_by_side() -> None:
    assert len(compare(of(1), of(2)).cells) == 200


def test_the_four_values_stay_four() -> None:
    """0, blank, a text and a cell that is not printed: no change, yet none is the other."""
    values = (0, "空", "/", "缺")
    for one in values:
        for other in values:
            found = compare(of(one), of(other))
            if one == other == "缺":
                assert CELL not in [c.path for c in found.cells]
                continue
            assert (cell(found).change is not None) == (one == other == 0)
            assert cell(found).differs == (one != other)


def test_absent_and_unsettled_are_told_beside_null() -> None:
    from dataclasses import replace

    from gongkai.report.document import Flag

    assert in_json(compare(of("缺"), of("空"))) == {
        "path": list(CELL), "a": None, "b": None, "change": None, "absent": ["a"],
    }  # fmt: skip
    doubtful = replace(of("空"), flags=(Flag(CELL, "两种读法"),))
    assert in_json(compare(doubtful, of(3)))["unsettled"] == ["a"]


def test_amounts_change_in_the_unit_of_the_form() -> None:
    charge = ("proactive", "administrative_charge", "amount")
    a = of(0, tables={"proactive": {"administrative_charge": ["15000元"]}})
    b = of(0, tables={"proactive": {"administrative_charge": ["1.75"]}})
    found = compare(a, b)
    assert cell(found, charge).change == Decimal("0.25")
    assert in_json(found, charge)["change"] == "0.25"


def test_biggest_change_first_then_what_cannot_be_reckoned() -> None:
    found = compare(of("/", 1, 9), of(4, 2, 3))
    assert [c.change for c in found.changed] == [-6, 1, None]


def test_year_on_year_speaks_of_the_later_report_whatever_the_order() -> None:
    last, this = of(0, year=2023, organ="甲局"), of(0, year=2024, organ="甲局")
    wrong = report_of(
        {
            "fill": 0,
            "year": 2023,
            "organ": "甲局",
            "tables": {"applications": {"carried_forward": [1, 0, 0, 0, 0, 0, 1]}},
        }
    )
    assert compare(last, this).findings == ()
    assert {f.code for f in compare(wrong, this).findings} == {"R701"}
    assert compare(this, wrong).findings == compare(wrong, this).findings


def test_other_organs_and_years_apart_are_not_held_by_the_rules_of_years() -> None:
    assert compare(of(1, year=2020), of(2, year=2024)).findings == ()
    assert compare(of(1, year=2023, organ="甲局"), of(2, year=2024, organ="乙局")).findings == ()


def test_keys_of_the_interface() -> None:
    value = as_json(compare(of(1, organ="甲局"), of(2, organ="乙局")))
    assert {"a", "b", "cells", "similarity", "findings"} <= set(value)
    assert [s["chapter"] for s in value["similarity"]] == [1, 2, 3, 4, 5, 6]
    assert value["a"]["organ"] == "甲局"


@settings(deadline=None, max_examples=60)
@given(reports())
def test_a_report_has_not_changed_against_itself(report: AnnualReport) -> None:
    found = compare(report, report)
    assert found.changed == ()
    assert found.findings == ()
    assert all(s.ratio in (1.0, None) for s in found.likeness.chapters)


@settings(deadline=None, max_examples=60)
@given(reports(), reports())
def test_exchanged_the_changes_are_turned_round(a: AnnualReport, b: AnnualReport) -> None:
    there, back = compare(a, b), compare(b, a)
    turned = tuple(
        ComparedCell(c.path, c.b, c.a, None if c.change is None else 0 - c.change) for c in back.cells
    )
    assert there.cells == turned
    assert [s.ratio for s in there.likeness.chapters] == [s.ratio for s in back.likeness.chapters]
    assert {p.mirrored() for p in there.likeness.passages} == set(back.likeness.passages)
