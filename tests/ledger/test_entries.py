"""Which entries stand: order, what is known, and taking back."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from gongkai.ledger.entries import Ref, by_subject, check_adjustment, standing
from gongkai.ledger.notation import read

TEXT = """
2026-03-02 收到 A 自然人 记于=2026-03-02T09:00:00+08:00
2026-03-05 延期 A 工作日=5 批准人=丙 记于=2026-03-05T09:00:00+08:00
2026-03-04 征求意见 A 编号=c1 第三方 记于=2026-03-06T09:00:00+08:00
2026-03-05 说明理由 A 记于=2026-03-06T10:00:00+08:00
2026-03-07 作废 A 第几条=2 记于=2026-03-07T09:00:00+08:00
"""


def positions(known_at: datetime | None = None) -> list[int]:
    return [entry.position for entry in standing(read(TEXT), known_at)]


def test_days_come_first_then_positions() -> None:
    assert positions() == [1, 3, 4]


def test_what_was_recorded_later_was_not_known() -> None:
    assert positions(datetime(2026, 3, 7, 0, 59, tzinfo=UTC)) == [1, 3, 2, 4]
    assert positions(datetime(2026, 3, 7, 1, 0, tzinfo=UTC)) == [1, 3, 4]
    assert positions(datetime(2026, 3, 5, 1, 0, tzinfo=UTC)) == [1, 2]
    assert positions(datetime(2026, 3, 1, tzinfo=UTC)) == []


def test_a_taking_back_names_an_earlier_fact() -> None:
    later = "2026-03-02 收到 A 自然人\n2026-03-03 作废 A 第几条=3\n2026-03-04 延期 A 工作日=5\n"
    assert [e.position for e in standing(read(later))] == [1, 2, 3]
    itself = "2026-03-02 收到 A 自然人\n2026-03-03 作废 A 第几条=2\n2026-03-03 作废 A\n"
    assert [e.position for e in standing(read(itself))] == [1, 2, 3]


def test_a_taking_back_cannot_be_taken_back() -> None:
    text = "2026-03-02 收到 A 自然人\n2026-03-03 作废 A 第几条=1\n2026-03-04 作废 A 第几条=2\n"
    assert [e.position for e in standing(read(text))] == [3]


def test_two_entries_are_put_in_order() -> None:
    assert [e.position for e in standing(read("2026-03-05 撤回 A\n2026-03-02 收到 A 自然人\n"))] == [2, 1]


def test_one_is_a_count() -> None:
    check_adjustment(1, None, None)
    check_adjustment(1, "纸质", "乙")


def test_refs_read_as_case_and_position() -> None:
    assert str(Ref("2024-0007", 3)) == "2024-0007/3"
    assert read(TEXT)[2].ref == Ref("A", 3)


def test_subjects_keep_their_order_and_organs_do_not_mix() -> None:
    entries = read("2026-03-02 收到 B 自然人\n2026-03-01 收到 A 自然人\n2026-03-03 撤回 B\n")
    assert {k: [e.position for e in g] for k, g in by_subject(entries).items()} == {"B": [1, 2], "A": [1]}
    assert list(by_subject(entries)) == ["B", "A"]
    with pytest.raises(ValueError, match="“甲局”和“乙局”"):
        by_subject([*read("2026-03-02 收到 B 自然人", "甲局"), *read("2026-03-02 收到 B 自然人", "乙局")])


@pytest.mark.parametrize(
    ("count", "reason", "signed"), [(0, None, None), (-1, "r", "s"), (1, "r", None), (1, "", "s")]
)
def test_an_adjustment_is_signed_and_counts(count: int, reason: str | None, signed: str | None) -> None:
    with pytest.raises(ValueError, match="请"):
        check_adjustment(count, reason, signed)


def test_entries_cannot_be_edited() -> None:
    with pytest.raises(AttributeError):
        read(TEXT)[0].on = date(2026, 1, 1)  # type: ignore[misc]
