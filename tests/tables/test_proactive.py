"""The table of proactive disclosure: vectors of years, provenance, stock and flow."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.ledger.entries import Ref
from gongkai.ledger.notation import read
from gongkai.ledger.proactive import DOCUMENTS, Act, ProactiveEntry
from gongkai.tables.proactive import build
from tests.ledger.years import hold, load

ACTS = (Act.ISSUED, Act.REPEALED)


@pytest.mark.parametrize("case", load("year_of_disclosure.toml"))
def test_year(case: dict[str, Any]) -> None:
    hold(case, build)


def test_a_cell_opens_its_entries() -> None:
    entries = read(
        """
        2025-01-02 制发 文-1 行政规范性文件
        2025-03-03 收费 费-1 行政事业性收费 金额=1.50
        2025-03-31 处理决定 许-批 行政许可 件数=143 理由=业务系统月报 签批=乙
        """
    )
    table = build(entries, 2025)
    assert table.provenance["normative_document", "issued"] == (Ref("文-1", 1),)
    assert table.provenance["normative_document", "in_force"] == (Ref("文-1", 1),)
    assert table.provenance["administrative_charge", "amount"] == (Ref("费-1", 1),)
    assert table.adjusted == {("licence", "decisions"): (Ref("许-批", 1),)}
    with pytest.raises(ValueError, match="amount"):
        table.number("administrative_charge", "amount")
    assert build(entries, 2026).provenance["normative_document", "in_force"] == (Ref("文-1", 1),)


@st.composite
def ledgers(draw: st.DrawFn) -> list[ProactiveEntry]:
    """Documents issued and repealed on any days."""
    recorded = datetime(2023, 1, 1, tzinfo=UTC)
    return [
        ProactiveEntry(
            "测试局",
            draw(st.sampled_from(("文-1", "文-2"))),
            position,
            date(2023, 1, 1) + timedelta(days=draw(st.integers(0, 1500))),
            recorded,
            "甲",
            draw(st.sampled_from(ACTS)),
            draw(st.sampled_from(sorted(DOCUMENTS))),
            draw(st.integers(1, 3)),
        )
        for position in range(1, draw(st.integers(0, 20)) + 1)
    ]


@settings(max_examples=300, deadline=None)
@given(ledgers(), st.integers(2023, 2028))
def test_stock_is_last_stock_and_flow(entries: list[ProactiveEntry], year: int) -> None:
    """In force = in force a year ago + issued - repealed, and never below nothing."""
    before, table = build(entries, year - 1), build(entries, year)
    for item in DOCUMENTS:
        flow = table.number(item, "issued") - table.number(item, "repealed")
        assert table.number(item, "in_force") == before.number(item, "in_force") + flow
        assert table.number(item, "in_force") >= 0
