"""Items of information: signatures bind the text, nobody reviews his own, secrecy review is not skipped."""

from __future__ import annotations

from datetime import date

import pytest

from gongkai.ledger.notation import read
from gongkai.ledger.records import RecordState, fold_record

END = date(2026, 12, 31)
SIGNED = """
2026-03-02 拟稿 信-1 人员=甲 文本=aa
2026-03-03 审核 信-1 人员=乙 文本=aa
2026-03-03 审核 信-1 人员=丙 文本=aa
2026-03-04 保密审查 信-1 人员=丁 文本=aa
"""


def fold(text: str, day: date = END, reviews: int = 2) -> RecordState:
    return fold_record(read(text), day, reviews)  # type: ignore[arg-type]


def test_all_signatures_allow_publication() -> None:
    state = fold(SIGNED + "2026-03-05 发布 信-1\n")
    assert state.refusals == ()
    assert (state.reviewers, state.secrecy_reviewer) == (("乙", "丙"), "丁")
    assert state.published_on == date(2026, 3, 5)
    assert fold(SIGNED + "2026-03-05 发布 信-1\n2026-03-06 撤下 信-1\n").published_on is None


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("2026-03-04 改稿 信-1 人员=甲 文本=bb\n2026-03-05 发布 信-1\n", "现在有0级审核，保密审查未通过"),
        ("2026-03-04 退回 信-1 人员=戊\n2026-03-05 发布 信-1\n", "现在有0级审核"),
        ("2026-03-04 定公开属性 信-1 不予公开\n2026-03-05 发布 信-1\n", "不是不予公开"),
        ("2026-03-05 审核 信-1 人员=戊 文本=cc\n", "不是现在的文本"),
        ("2026-03-05 审核 信-1 人员=甲 文本=aa\n", "不能审核自己的稿件"),
        ("2026-03-05 保密审查 信-1 文本=aa\n", "不能审核自己的稿件"),
        ("2026-03-05 审核 信-1 人员=乙 文本=aa\n", "已经审核过"),
    ],
)
def test_what_does_not_count_is_told(more: str, said: str) -> None:
    """Arts. 17, 18; 保密法 art. 35; law.md §4.5."""
    (refusal,) = fold(SIGNED + more).refusals
    assert said in refusal.sentence
    assert refusal.sentence.startswith("信息信-1第")
    assert fold(SIGNED + more).published_on is None


def test_a_review_too_few_or_no_secrecy_review_is_not_enough() -> None:
    assert not fold(SIGNED).may_publish(3)
    assert fold(SIGNED).may_publish(2)
    assert not fold(SIGNED, date(2026, 3, 3)).may_publish(2)


def test_a_withheld_item_waits_for_its_reassessment() -> None:
    """Art. 18."""
    text = "2026-03-02 定公开属性 信-1 不予公开 期限=2027-03-02\n2026-06-02 再评估 信-1 依申请公开\n"
    assert fold(text, date(2026, 3, 2)).reassess_on == date(2027, 3, 2)
    assert (fold(text).reassess_on, fold(text).attribute) == (None, "on_application")
