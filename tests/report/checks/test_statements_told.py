"""Differing statements sorted to the rules of the fives."""

from __future__ import annotations

from typing import Any

import pytest

from gongkai.report.checks import statements_told as told
from gongkai.report.checks.short_form import case_of
from gongkai.report.document import AnnualReport

CELL = ["applications", "newly_received", "total"]
ONWARD = ["applications", "carried_forward", "total"]


def report(*flags: list[str], **fields: Any) -> AnnualReport:
    statement = {"subject": "applications.received", "value": 2, "text": "甲", **fields}
    return case_of({"fill": 0, "statement": [statement], "flag": [{"where": f} for f in flags]}).report


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"against": CELL}, told.CELL),
        ({"against": CELL, "bound": "zero"}, told.ZERO),
        ({"against": ONWARD, "bound": "zero"}, told.DONE),
        ({"against": CELL, "unit": "%"}, told.SHARE),
        ({"against": ["statement", "0"]}, told.TEXT),
        ({}, told.TEXT),
        ({"subject": "fee.charged"}, told.FEE),
        ({"subject": "fee.charged", "against": CELL}, told.CELL),
    ],
)
def test_each_statement_goes_to_one_rule(fields: dict[str, Any], kind: str) -> None:
    given = report(**fields)
    assert told.kind_of(given.statements[0]) == kind
    kinds = (told.CELL, told.ZERO, told.TEXT, told.SHARE, told.DONE, told.FEE)
    assert [k for k in kinds if list(told.differing(given, k))] == [kind]


@pytest.mark.parametrize("verdict", ["agrees", "unchecked", "not_disclosure"])
def test_other_verdicts_are_left_alone(verdict: str) -> None:
    assert not list(told.differing(report(against=CELL, verdict=verdict), told.CELL))


def test_an_open_cell_is_left_alone_also_inside_a_group() -> None:
    assert not list(told.differing(report(CELL, against=CELL), told.CELL))
    group = ["applications", "withheld", "total"]
    inner = ["applications", "withheld.third_party"]
    assert not list(told.differing(report(inner, against=group), told.CELL))
    assert list(told.differing(report(inner, against=CELL), told.CELL))


def test_places_and_names() -> None:
    given = report(against=["applications", "withheld", "total"], text="不予公开“两\n件”", expected=3)
    statement = given.statements[0]
    assert told.quoted(statement) == "不予公开‘两件’"
    assert told.cell_of(given, statement) == "“（三）不予公开”各行“总计”列合计"
    assert told.place_of(given, statement).row is None
    assert told.difference(statement) == "，相差 1 件"
