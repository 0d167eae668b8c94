"""Whatever a reader may hand over, no check breaks, and what is said is in order."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.report.checks.registry import run
from gongkai.report.checks.short_form import case_of
from gongkai.tables.form import EDITIONS, TABLES, form
from gongkai.values.findings import Severity

VALUES = st.sampled_from([0, 1, 7, -2, "空", "缺", "/", "1.5", "12.30", "3件", "无"])
TEXTS = st.text("一二六（）、。资金公开处理费邮编：0901-834600年月日至2024略〔〕\n ", max_size=60)


@st.composite
def data(draw: st.DrawFn) -> dict[str, Any]:
    """A report in the short form with any cells, texts, years and flags."""
    edition = draw(st.sampled_from(EDITIONS))
    cells: dict[str, Any] = {}
    for key in TABLES:
        paths = list(form(edition).table(key).paths())
        some = draw(st.lists(st.sampled_from(paths), max_size=12))
        cells[key] = {f"{row}/{column}": draw(VALUES) for _, row, column in some}
    flagged = [p for key in TABLES for p in form(edition).table(key).paths()]
    flag = [
        {"where": list(p)[: draw(st.integers(1, 3))]}
        for p in draw(st.lists(st.sampled_from(flagged), max_size=3))
    ]
    chapters = {
        str(n): {"title": draw(TEXTS), "text": draw(TEXTS), "found": draw(st.booleans())} for n in range(1, 7)
    }
    missing = draw(st.lists(st.sampled_from(TABLES), max_size=3))
    return {
        "edition": edition,
        "fill": draw(st.sampled_from([0, "空", "缺", 3])),
        "year": draw(st.sampled_from([0, 2018, 2019, 2020, 2021, 2024])),
        "organ_kind": draw(
            st.sampled_from(["", "government", "department", "township", "vertical", "elsewhere"])
        ),
        "title": draw(TEXTS),
        "preamble": draw(TEXTS),
        "cells": cells,
        "chapters": chapters,
        "tables": dict.fromkeys(missing, False),
        "flag": flag,
    }


@settings(max_examples=80, deadline=None)
@given(data(), data())
def test_any_report_beside_any_other(one: dict[str, Any], other: dict[str, Any]) -> None:
    case = case_of({**one, "previous": other, "child": [other], "missing_children": ["丙"]})
    found = run(case.report, case.context).findings
    ranks = [finding.severity.rank for finding in found]
    assert ranks == sorted(ranks)
    for finding in found:
        assert finding.message
        assert finding.hint
        place = finding.where
        if finding.severity is Severity.ERROR and place.table and place.row and place.column:
            flags = [f for f in case.report.flags if f.covers(place.table, place.row, place.column)]
            assert not flags, finding.message
    cells = [finding.key for finding in found if finding.where.row and finding.where.column]
    assert len(set(cells)) == len(cells)
