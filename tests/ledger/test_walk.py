"""The walk through one case: what each entry does, and the sentence where it does not count."""

from __future__ import annotations

from datetime import date

import pytest

from gongkai.ledger.entries import Ref
from gongkai.ledger.fold import Case, fold
from gongkai.ledger.notation import read

END = date(2026, 12, 31)


GOT = "2026-03-02 收到 A 自然人 当面"


def case(*lines: str) -> Case:
    return fold(read("\n".join(lines)), END)


def test_handled_together_and_apart_changes_nothing_else() -> None:
    joined = "2026-03-03 合并办理 A 合并于=B"
    found = case(GOT, joined)
    assert (found.together_with, found.stage, found.row, found.received_on) == (
        "B",
        "processing",
        None,
        date(2026, 3, 2),
    )
    assert case(GOT, joined, "2026-03-04 分开办理 A").together_with is None
    assert case(GOT, joined, "2026-03-04 决定 A 予以公开", "2026-03-05 发出 A").row == "disclosed"
    earlier = fold(read("\n".join((GOT, joined))), date(2026, 3, 2))
    assert earlier.together_with is None


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["2026-03-03 合并办理 A"], "写明牵头那一件"),
        (["2026-03-03 合并办理 A 合并于=A"], "它自己"),
        (["2026-03-03 合并办理 A 合并于=B", "2026-03-04 合并办理 A 合并于=C"], "已经与B合并办理"),
        (["2026-03-03 分开办理 A"], "没有与其他申请合并办理"),
        (["2026-03-03 撤回 A", "2026-03-04 合并办理 A 合并于=B"], "已办结"),
    ],
)
def test_what_cannot_be_handled_together(lines: list[str], words: str) -> None:
    found = case(GOT, *lines)
    assert words in found.refusals[-1].sentence


@pytest.mark.parametrize(
    ("lines", "stage"),
    [
        (["2026-03-01 提交 A 自然人 互联网"], "confirming"),
        (["2026-03-01 提交 A 自然人 平信"], "confirming"),
        (["2026-03-01 提交 A 自然人 传真"], "confirming"),
        (["2026-03-01 提交 A 自然人"], "submitted"),
        (["2026-03-01 提交 A 自然人 当面"], "processing"),
        (["2026-03-01 提交 A 自然人 口头"], "processing"),
        (["2026-03-01 提交 A 自然人 挂号邮寄"], "processing"),
        ([GOT], "processing"),
        ([GOT, "2026-03-03 补正通知 A"], "correction_pending"),
        ([GOT, "2026-03-03 补正通知 A", "2026-03-05 补正收到 A"], "processing"),
        ([GOT, "2026-03-03 征求意见 A 编号=c1 第三方"], "consulting"),
        ([GOT, "2026-03-03 征求意见 A 编号=c1 第三方", "2026-03-04 意见返回 A 编号=c1"], "processing"),
        (
            [
                GOT,
                "2026-03-03 征求意见 A 编号=c1 第三方",
                "2026-03-03 征求意见 A 编号=c2 第三方",
                "2026-03-04 意见返回 A 编号=c1",
            ],
            "consulting",
        ),
        (
            [GOT, "2026-03-03 征求意见 A 编号=c1 第三方", "2026-03-04 补正通知 A", "2026-03-05 补正收到 A"],
            "consulting",
        ),
        (
            [
                GOT,
                "2026-03-03 征求意见 A 编号=c1 第三方",
                "2026-03-04 补正通知 A",
                "2026-03-05 意见返回 A 编号=c1",
            ],
            "correction_pending",
        ),
        ([GOT, "2026-03-03 收费通知 A 金额=100"], "fee_pending"),
        ([GOT, "2026-03-03 收费通知 A 金额=100", "2026-03-05 缴费 A"], "processing"),
        ([GOT, "2026-03-03 决定 A 予以公开"], "decided"),
        ([GOT, "2026-03-03 决定 A 予以公开", "2026-03-04 发出 A"], "delivered"),
        ([GOT, "2026-03-03 决定 A 予以公开", "2026-03-04 发出 A", "2026-03-06 送达 A"], "delivered"),
        ([GOT, "2026-03-03 撤回 A"], "closed"),
        (
            [
                GOT,
                "2026-03-03 征求意见 A 编号=c1 第三方",
                "2026-03-03 决定 A 予以公开",
                "2026-03-04 发出 A",
                "2026-03-06 责令重新答复 A 期限=2026-04-01",
                "2026-03-07 收费通知 A 金额=100",
                "2026-03-08 缴费 A",
            ],
            "processing",
        ),
    ],
)
def test_stages(lines: list[str], stage: str) -> None:
    found = case(*lines)
    assert found.refusals == ()
    assert found.stage == stage


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["2026-03-03 发出 A"], "尚未登记"),
        ([GOT, "2026-03-03 收到 A 自然人"], "只能在"),
        ([GOT, "2026-03-03 补正通知 A", "2026-03-04 补正收到 A", "2026-03-05 补正通知 A"], "第二次补正通知"),
        ([GOT, "2026-03-03 补正通知 A 期限=2026-03-10", "2026-03-10 逾期不补正 A"], "期满前"),
        (
            [GOT, "2026-03-03 征求意见 A 编号=c1", "2026-03-04 征求意见 A 编号=c1"],
            "编号“c1”的征求意见已经登记过",
        ),
        ([GOT, "2026-03-03 征求意见 A", "2026-03-04 征求意见 A"], "编号“”的征求意见已经登记过"),
        ([GOT, "2026-03-04 意见返回 A"], "编号为“”的征求意见"),
        ([GOT, "2026-03-03 征求意见 A 编号=c1", "2026-03-04 意见返回 A 编号=c2"], "“c2”"),
        ([GOT, "2026-03-03 征求意见 A 编号=c1", "2026-03-04 征求函送达 A 编号=c2"], "“c2”"),
        ([GOT, '2026-03-03 决定 A 结果="不存在的"'], "没有“不存在的”"),
        ([GOT, "2026-03-03 决定 A"], "没有“”"),
        ([GOT, "2026-03-03 送达 A"], "已答复"),
        ([GOT, "2026-03-03 撤回 A", "2026-03-04 决定 A 予以公开"], "已办结"),
        (["2026-03-03 收到 A"], "申请人类别"),
        (["2026-03-03 提交 A 互联网", "2026-03-04 撤回 A"], "申请人类别"),
        ([GOT, "2026-03-03 作废 A"], "第几条"),
    ],
)
def test_what_does_not_count_is_told_with_place_and_way_out(lines: list[str], said: str) -> None:
    found = case(*lines)
    (refusal,) = found.refusals
    assert said in refusal.sentence
    assert refusal.sentence.startswith(f"案件A第{len(lines)}条（")
    assert "请" in refusal.sentence
    assert "XX" not in refusal.sentence
    assert (refusal.ref.subject, refusal.ref.position) == ("A", len(lines))
    assert "》" in refusal.article or "〔" in refusal.article
    assert len(found.events) == len(lines) - 1


def test_correction_may_lapse_the_day_after_its_last() -> None:
    found = case(GOT, "2026-03-03 补正通知 A 期限=2026-03-10", "2026-03-11 逾期不补正 A")
    assert (found.row, found.row_on) == ("otherwise.correction_lapsed", date(2026, 3, 11))


def test_an_unpaid_fee_is_a_result_of_its_own() -> None:
    found = case(GOT, "2026-03-03 收费通知 A 金额=100", "2026-05-06 逾期不缴费 A")
    assert (found.stage, found.row, found.row_on) == ("closed", "otherwise.fee_unpaid", date(2026, 5, 6))
    assert found.row_by == Ref("A", 3)


def test_a_refusal_keeps_the_day_of_its_entry() -> None:
    (refusal,) = case(GOT, "2026-03-04 发出 A").refusals
    assert refusal.on == date(2026, 3, 4)


def test_the_first_result_stays() -> None:
    """A12: what a remand brings is told in the table of remedies."""
    found = case(
        GOT,
        "2026-03-03 决定 A 予以公开",
        "2026-03-04 发出 A",
        "2026-04-01 责令重新答复 A 期限=2026-05-01",
        "2026-04-02 撤回 A",
    )
    assert (found.row, found.row_on, found.stage) == ("disclosed", date(2026, 3, 4), "closed")


def test_a_remand_begins_a_new_list_of_decisions() -> None:
    found = case(
        GOT,
        "2026-03-03 决定 A 予以公开",
        "2026-03-04 发出 A",
        "2026-04-01 责令重新答复 A 期限=2026-05-01",
        "2026-04-02 决定 A 重复申请",
    )
    assert found.decisions == ("not_processed.repeat",)
    assert found.row == "disclosed"


def test_what_is_withdrawn_unconfirmed_was_received_that_day() -> None:
    """A19."""
    found = case("2026-03-03 提交 A 自然人 互联网", "2026-03-05 撤回 A")
    assert (found.received_on, found.row, found.row_on) == (
        date(2026, 3, 5),
        "otherwise.other",
        date(2026, 3, 5),
    )


def test_after_a_remand_only_new_consultations_are_awaited() -> None:
    found = case(
        GOT,
        "2026-03-03 征求意见 A 编号=c1 第三方",
        "2026-03-03 决定 A 予以公开",
        "2026-03-04 发出 A",
        "2026-03-06 责令重新答复 A 期限=2026-04-01",
        "2026-03-07 征求意见 A 编号=c2 第三方",
        "2026-03-08 收费通知 A 金额=100",
        "2026-03-09 缴费 A",
    )
    assert found.stage == "consulting"
