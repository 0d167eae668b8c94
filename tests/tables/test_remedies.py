"""The table of remedies: vectors of years, scopes, and what holds for any ledger."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.ledger.entries import Ref
from gongkai.ledger.notation import read
from gongkai.ledger.remedies import RESULTS, Path, RemedyEntry, Scope, Step
from gongkai.tables.remedies import build
from tests.ledger.years import hold, load, unbalanced

ACROSS = """
2024-12-03 受理 复-1 行政复议
2025-02-03 审结 复-1 维持
2025-03-03 受理 复-2 行政复议 件数=2 理由=纸质卷宗 签批=乙
"""


@pytest.mark.parametrize("case", load("year_of_remedies.toml"))
def test_year(case: dict[str, Any]) -> None:
    hold(case, build)


def test_scope_counts_all_alive_or_only_accepted() -> None:
    entries = read(ACROSS)
    assert build(entries, 2025).number("reconsideration", "total") == 3
    assert build(entries, 2025, scope=Scope.ACCEPTED).number("reconsideration", "total") == 2
    assert build(entries, 2025).provenance["reconsideration", "upheld"] == (Ref("复-1", 2),)
    assert build(entries, 2025).adjusted["reconsideration", "total"] == (Ref("复-2", 1),)


@st.composite
def ledgers(draw: st.DrawFn) -> list[RemedyEntry]:
    """Any steps of a few cases in any order."""
    out = []
    for position in range(1, draw(st.integers(0, 25)) + 1):
        on = date(2023, 1, 1) + timedelta(days=draw(st.integers(0, 1500)))
        recorded = datetime(2023, 1, 1, tzinfo=UTC)
        out.append(
            RemedyEntry(
                "测试局",
                draw(st.sampled_from(("复-1", "诉-1", "诉-2"))),
                position,
                on,
                recorded,
                "甲",
                draw(st.sampled_from(Step)),
                draw(st.sampled_from(Path)),
                result=draw(st.sampled_from((*RESULTS, None))),
                of=draw(st.integers(1, 9)),
            )
        )
    return out


@settings(max_examples=300, deadline=None)
@given(ledgers(), st.integers(2022, 2028), st.sampled_from(Scope))
def test_i7_holds_for_any_ledger(entries: list[RemedyEntry], year: int, scope: Scope) -> None:
    """I7: the four results add up to the total; a case stands in one cell."""
    table = build(entries, year, scope=scope)
    assert unbalanced(table) == []
    behind = [table.subjects(row, "total") for row in Path]
    subjects = [subject for row in behind for subject in row]
    assert len(subjects) == len(set(subjects))
    assert sum(table.number(row, "total") for row in Path) == len(subjects)
