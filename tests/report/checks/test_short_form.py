"""The short form: bases, blank and absent cells, what stands beside a report."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai.report.checks.short_form import case_of, read_case
from gongkai.values.errors import FormError


def test_blank_absent_and_filled_cells() -> None:
    rows = {"licence": ["空"], "government_rule": [1, "缺", "/"], "penalty": []}
    table = case_of({"fill": 0, "tables": {"proactive": rows}}).report.tables["proactive"]
    assert table is not None
    assert table.cells["licence", "decisions"] is None
    assert table.cells["government_rule", "in_force"] == "/"
    assert not table.printed("government_rule", "repealed")
    assert not table.printed("penalty", "decisions")
    assert table.cells["coercive_measure", "decisions"] == 0


def test_nothing_is_filled_in_unasked() -> None:
    table = case_of({}).report.tables["applications"]
    assert table is not None
    assert not table.cells


def test_a_single_cell() -> None:
    report = case_of({"fill": 0, "cells": {"remedies": {"reconsideration/total": 4}}}).report
    assert report.value(("remedies", "reconsideration", "total")) == 4


def test_a_row_that_the_form_does_not_have() -> None:
    with pytest.raises(FormError):
        case_of({"tables": {"proactive": {"gazette": [1]}}})
    with pytest.raises(FormError):
        case_of({"tables": {"proactive": {"licence": [1, 2]}}})


def test_a_base_is_found_beside_or_above(tmp_path: Path) -> None:
    (tmp_path / "base.toml").write_text(
        'organ = "甲"\nyear = 2024\n[chapters.1]\ntitle = "一"\ntext = "旧"\n'
    )
    (tmp_path / "r999").mkdir()
    case = tmp_path / "r999" / "ok-a.toml"
    case.write_text('base = "base.toml"\nyear = 2023\n[chapters.1]\ntext = "新"\n')
    report = read_case(case).report
    assert (report.organ, report.year) == ("甲", 2023)
    assert (report.chapter(1).title, report.chapter(1).text) == ("一", "新")


def test_what_stands_beside() -> None:
    beside = {"previous": {"year": 2023}, "child": [{"organ": "乙"}], "missing_children": ["丙"]}
    case = case_of({"organ": "甲", "year": 2024, "flag": [{"where": ["remedies"]}], **beside})
    assert case.context.previous is not None
    assert (case.context.previous.organ, case.context.previous.year) == ("甲", 2023)
    assert case.context.previous.flags == ()
    assert [c.organ for c in case.context.children] == ["乙"]
    assert case.context.missing_children == ("丙",)
