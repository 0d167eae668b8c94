"""Cases of remedy: results and columns, steps, scope."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from gongkai.ledger.entries import Ref
from gongkai.ledger.notation import read
from gongkai.ledger.remedies import RESULTS, Path, Remedy, RemedyEntry, Scope, Step, fold_remedy
from gongkai.tables.form import form

END = date(2026, 12, 31)
FORM = form("2021").table("remedies")


def fold(text: str, day: date = END) -> Remedy:
    return fold_remedy(read(text), day)  # type: ignore[arg-type]


def test_paths_and_columns_are_those_of_the_form() -> None:
    assert [*Path] == [row.key for row in FORM.rows]
    assert {r.column for r in RESULTS.values()} == {c.key for c in FORM.columns} - {"pending", "total"}
    assert all(r.article.startswith("《") for r in RESULTS.values())
    assert len({r.word for r in RESULTS.values()}) == len(RESULTS)


@pytest.mark.parametrize(
    ("key", "column"),
    [
        ("decision_upheld", "upheld"),
        ("claim_dismissed", "upheld"),
        ("suit_dismissed", "upheld"),
        ("altered", "overturned"),
        ("declared_unlawful", "overturned"),
        ("revoked_by_judgment", "overturned"),
        ("reconsideration_ended", "other_result"),
        ("reconsideration_rejected", "other_result"),
        ("action_rejected", "other_result"),
        ("suit_withdrawn", "other_result"),
    ],
)
def test_the_mapping_of_results(key: str, column: str) -> None:
    """law.md §2.5: 维持 ← 68、69; 纠正 ← 63–67; 其他 ← 撤回、驳回申请、裁定驳回起诉、准许撤诉."""
    assert RESULTS[key].column == column


def test_a_case_goes_from_acceptance_to_conclusion() -> None:
    text = "2025-03-03 受理 复-1 行政复议\n2025-05-06 审结 复-1 维持\n"
    pending, done = fold(text, date(2025, 5, 5)), fold(text)
    assert (pending.column, pending.concluded_on, pending.by) == (None, None, Ref("复-1", 1))
    assert (done.column, done.concluded_on, done.by) == ("upheld", date(2025, 5, 6), Ref("复-1", 2))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2025-05-06 审结 复-1 维持\n", "尚未受理"),
        ("2025-05-06 上诉 复-1\n", "尚未受理"),
        ("2025-03-03 受理 复-1 行政复议\n2025-03-04 受理 复-1 行政复议\n", "已受理"),
        ("2025-03-03 受理 复-1 行政复议\n2025-03-04 审结 复-1\n", "请从下列结果中选择：维持、"),
        (
            "2025-03-03 受理 诉-1 复后\n".replace("复后", "复议后起诉") + "2025-03-04 审结 诉-1 维持\n",
            "没有“维持”",
        ),
        ("2025-03-03 受理 诉-1 未经复议直接起诉\n2025-03-04 上诉 诉-1\n", "已受理"),
    ],
)
def test_what_does_not_count_is_told(text: str, said: str) -> None:
    (refusal,) = fold(text).refusals
    assert said in refusal.sentence
    assert "请" in refusal.sentence


def test_scope() -> None:
    case = fold("2025-03-03 受理 复-1 行政复议\n2026-05-06 审结 复-1 维持\n")
    assert case.counts_in(2026, Scope.ALIVE)
    assert not case.counts_in(2027, Scope.ALIVE)
    assert not case.counts_in(2026, Scope.ACCEPTED)
    assert case.counts_in(2025, Scope.ACCEPTED)
    assert not fold("2025-03-03 不予受理 复-1\n").counts_in(2025)


def test_an_accepted_case_says_which_way_it_came() -> None:
    head = ("测试局", "复-1", 1, END, datetime(2026, 12, 31, tzinfo=UTC), "甲")
    with pytest.raises(ValueError, match="途径"):
        RemedyEntry(*head, Step.ACCEPTED)
    assert RemedyEntry(*head, Step.VOIDED, of=1).takes_back == 1
