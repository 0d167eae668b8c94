"""Oversight over a year: pieces by matter, people trained, findings open at its end."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from gongkai.ledger.notation import read
from gongkai.ledger.oversight import Matter, OversightEntry, OversightYear, fold_oversight

TEXT = """
2024-12-31 培训 训-1 人数=10
2025-01-01 培训 训-2 人数=20
2025-12-31 培训 训-3 件数=2 人数=40
2026-01-01 培训 训-4 人数=80
2025-03-31 来信 信箱-3月 件数=12
2025-03-31 检查 查-1 人数=3
2025-04-01 发现问题 问-1 期限=2025-05-01
2025-04-01 发现问题 问-2 期限=2025-05-01
2025-04-20 整改完成 问-1
2026-01-05 整改完成 问-2
2025-06-01 投诉举报 投-1
2025-06-02 作废监督记录 投-1 第几条=1 记于=2026-02-02T00:00:00+08:00
"""


def fold(known_at: datetime | None = None) -> OversightYear:
    entries = read(TEXT)
    return fold_oversight(entries, date(2025, 1, 1), date(2025, 12, 31), known_at)  # type: ignore[arg-type]


def test_pieces_are_counted_in_the_year_of_their_day() -> None:
    found = fold()
    assert found.counts[Matter.TRAINING] == 3
    assert found.counts[Matter.LETTERS] == 12
    assert found.counts[Matter.FINDING] == 2
    assert found.counts[Matter.RECTIFIED] == 1
    assert found.trained == 60


def test_a_finding_is_open_until_rectified() -> None:
    assert fold().open_findings == ("问-2",)


def test_what_was_taken_back_later_was_still_known() -> None:
    assert fold().counts[Matter.COMPLAINT] == 0
    assert fold(datetime(2026, 1, 31, tzinfo=UTC)).counts[Matter.COMPLAINT] == 1


def test_counts_are_not_below_nothing() -> None:
    head = ("局", "训-1", 1, date(2025, 1, 1), datetime(2025, 1, 1, tzinfo=UTC), "甲")
    with pytest.raises(ValueError, match="不能小于零"):
        OversightEntry(*head, Matter.TRAINING, -1)
    with pytest.raises(ValueError, match="不能小于零"):
        OversightEntry(*head, Matter.TRAINING, people=-1)
