"""The rules about single cells, over every table alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from gongkai.report.checks import cell_rules
from gongkai.report.checks.check import Check
from gongkai.report.checks.short_form import case_of
from gongkai.report.document import AnnualReport
from gongkai.tables.form import EDITIONS, TABLES, form
from gongkai.values.findings import Finding, Severity

CHECK = Check("R999", Severity.ERROR, "测试", "某条")
Rule = Callable[[AnnualReport, Check, str], Iterator[Finding]]
RULES: dict[str, Rule] = {
    "空": cell_rules.blank_cells,
    "缺": cell_rules.absent_cells,
    "/": cell_rules.not_numbers,
    "-1": cell_rules.negatives,
    "0.5": cell_rules.broken_numbers,
}


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("key", TABLES)
@pytest.mark.parametrize("value", RULES)
def test_each_rule_speaks_of_every_cell_it_should(edition: str, key: str, value: str) -> None:
    """One cell of the table at a time holds the value; its rule and no other fires, with that cell as
    place.
    """
    official = form(edition).table(key)
    for _, row, column in official.paths():
        report = case_of({"edition": edition, "fill": 0, "cells": {key: {f"{row}/{column}": value}}}).report
        fired = {name: list(rule(report, CHECK, key)) for name, rule in RULES.items()}
        kind = official.column(column).kind
        quiet = (value == "-1" and kind == "signed") or (value == "0.5" and kind == "amount")
        assert [name for name, found in fired.items() if found] == ([] if quiet else [value])
        if not quiet:
            (finding,) = fired[value]
            assert (finding.where.row, finding.where.column) == (row, column)


@pytest.mark.parametrize("key", TABLES)
def test_a_missing_table_is_told_once(key: str) -> None:
    report = case_of({"fill": 0, "tables": {key: False}}).report
    assert len(list(cell_rules.table_missing(report, CHECK, key))) == 1
    assert [list(rule(report, CHECK, key)) for rule in RULES.values()] == [[]] * len(RULES)
    assert list(cell_rules.blank_totals(report, CHECK, key)) == []


def test_blank_totals_are_computed() -> None:
    rows = {"disclosed": [3, 4, 0, 0, 0, 0, "空"]}
    report = case_of({"fill": 0, "tables": {"applications": rows}}).report
    (finding,) = cell_rules.blank_totals(report, CHECK, "applications")
    assert (finding.said, finding.expected) == (None, 7)
