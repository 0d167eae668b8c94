"""Entries of proactive disclosure and the stock of documents."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from gongkai.ledger.notation import read
from gongkai.ledger.proactive import Act, Item, ProactiveEntry, stock
from gongkai.tables.form import form

HEAD = ("测试局", "文-1", 1, date(2025, 3, 2), datetime(2025, 3, 2, tzinfo=UTC), "甲")
BATCH = """
2025-01-02 制发 文-1 行政规范性文件 件数=3 理由=年初一批 签批=乙
2025-02-02 废止 文-1 行政规范性文件 件数=2 理由=清理 签批=乙
2025-03-02 废止 文-1 行政规范性文件 件数=2 理由=清理 签批=乙
2025-04-02 失效 文-1 行政规范性文件
"""


def test_an_item_is_a_row_of_the_form() -> None:
    assert [*Item] == [row.key for row in form("2021").table("proactive").rows]


def test_only_what_is_in_force_can_end() -> None:
    found = stock(read(BATCH), date(2025, 12, 31))  # type: ignore[arg-type]
    assert found.in_force == {Item.NORMATIVE_DOCUMENT: 0}
    assert [e.position for e in found.entries] == [1, 2, 4]
    (refusal,) = found.refusals
    assert "要废止或者失效2件，而此时现行有效的只有1件" in refusal.sentence
    assert stock(read(BATCH), date(2025, 2, 1)).in_force == {Item.NORMATIVE_DOCUMENT: 3}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("act", "item", "amount", "why"),
    [
        (Act.ISSUED, Item.LICENCE, None, "不相配"),
        (Act.DECIDED, Item.GOVERNMENT_RULE, None, "不相配"),
        (Act.DECIDED, Item.ADMINISTRATIVE_CHARGE, Decimal(1), "不相配"),
        (Act.DECIDED, None, None, "不相配"),
        (Act.CHARGED, Item.PENALTY, Decimal(1), "不相配"),
        (Act.CHARGED, Item.ADMINISTRATIVE_CHARGE, None, "写明金额"),
        (Act.CHARGED, Item.ADMINISTRATIVE_CHARGE, Decimal("NaN"), "写明金额"),
        (Act.CHARGED, Item.ADMINISTRATIVE_CHARGE, Decimal("Infinity"), "写明金额"),
        (Act.ISSUED, Item.GOVERNMENT_RULE, Decimal(1), "不写金额"),
    ],
)
def test_what_belongs_to_no_cell(act: Act, item: Item | None, amount: Decimal | None, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        ProactiveEntry(*HEAD, act, item, amount=amount)


def test_adjustments_show() -> None:
    assert ProactiveEntry(*HEAD, Act.DECIDED, Item.LICENCE, 4, reason="月报", signed_by="乙").adjusts
    assert not ProactiveEntry(*HEAD, Act.DECIDED, Item.LICENCE).adjusts
    assert ProactiveEntry(*HEAD, Act.VOIDED, of=1).takes_back == 1
    assert ProactiveEntry(*HEAD, Act.DECIDED, Item.LICENCE, of=1).takes_back is None
