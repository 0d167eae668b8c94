"""Each rule from both sides: what counts, and what does not, with its sentence."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.web.review.core.acts import AUTHOR, SECRECY, Act
from gongkai.web.review.core.rules import objection
from gongkai.web.review.core.words import checks
from tests.web.review.desk import ALL, DAY, Desk, at, paper


def test_what_counts_has_no_objection() -> None:
    desk = Desk().submit().sign(1).secrecy().sign(2).sign(3)
    assert desk.review().uncounted == ()
    assert desk.review().complete


def test_steps_go_in_order() -> None:
    assert "按次序" in Desk().submit().sign(2).said()
    assert "按次序" in Desk().submit().sign(1).sign(1, "other").said()
    assert Desk().submit().sign(1).sign(2).said() == ""


@pytest.mark.parametrize("who", ["author", "colleague"])
def test_no_author_of_any_version_signs(who: str) -> None:
    desk = Desk().submit().edit("sha256:bb", "colleague")
    assert "自己的稿件" in desk.sign(1, who).said()
    assert "自己的稿件" in desk.secrecy(who).said()
    assert "自己的稿件" in desk.sign(1, "deputy", on_behalf_of=who).said()
    assert desk.sign(1).said() == ""


def test_reviewers_are_distinct_also_through_deputies() -> None:
    assert "不同的人" in Desk().submit().sign(1, "a").sign(2, "a").said()
    assert "不同的人" in Desk().submit().sign(1, "a").sign(2, "b", on_behalf_of="a").said()
    assert "不同的人" in Desk().submit().sign(1, "a", on_behalf_of="p").sign(2, "p").said()
    assert Desk().submit().sign(1, "a", on_behalf_of="p").sign(2, "b", on_behalf_of="q").said() == ""


def test_one_of_the_reviewers_may_hold_secrecy_too() -> None:
    assert Desk().submit().sign(1, "a").secrecy("a").said() == ""


def test_a_signature_is_for_the_content_of_now() -> None:
    assert "不是现在的内容" in Desk().submit().sign(1, hash="sha256:zz").said()
    assert "不是现在的内容" in Desk().submit().secrecy(hash="sha256:zz").said()


def test_the_role_must_fit() -> None:
    assert "角色不符" in Desk().submit().sign(1, role="leader").said()
    assert "保密审查员" in Desk().submit().secrecy(role="reviewer").said()


@pytest.mark.parametrize("left_out", sorted(ALL))
def test_every_check_is_ticked(left_out: str) -> None:
    assert checks()[left_out].name in Desk().submit().sign(1, checks=ALL - {left_out}).said()


def test_secrecy_signs_once_with_a_conclusion_and_a_basis() -> None:
    assert "已经签署" in Desk().submit().secrecy().secrecy("other").said()
    assert "选择" in Desk().submit().secrecy(conclusion="").said()
    assert "依据" in Desk().submit().secrecy(conclusion="withhold", basis=" ").said()
    assert Desk().submit().secrecy(conclusion="withhold").said() == ""


def test_paper_is_entered_by_a_second_person_who_did_not_write() -> None:
    def enter(by: str, **more: object) -> str:
        return Desk().submit().sign(1, by, **{"paper": paper("boss"), **more}).said()

    assert enter("clerk") == ""
    assert "签署人以外" in enter("boss")
    assert "签署人以外" in enter("principal", on_behalf_of="principal")
    assert "拟稿人录入" in enter("author")
    assert "自己的稿件" in enter("clerk", paper=paper("author"))
    assert "签署日期" in enter("clerk", paper=paper("boss", DAY - dt.timedelta(days=1)))
    assert "签署日期" in enter("clerk", paper=paper("boss", DAY + dt.timedelta(days=1)))


def test_who_enters_a_paper_signs_no_other_step() -> None:
    desk = Desk().submit().sign(1, "clerk", paper=paper("boss"))
    assert "不同的人" in desk.sign(2, "clerk").said()
    one_clerk = Desk().submit().sign(1, "clerk", paper=paper("b")).sign(2, "clerk", paper=paper("c"))
    assert one_clerk.said() == ""
    assert "不同的人" in Desk().submit().sign(1, "clerk").sign(2, "clerk", paper=paper("boss")).said()


def test_paper_brings_only_consent_of_secrecy() -> None:
    assert "只录入同意" in Desk().submit().secrecy("clerk", "withhold", paper=paper("keeper")).said()
    assert Desk().submit().secrecy("clerk", paper=paper("keeper")).said() == ""


def test_sending_back_has_a_reason_and_comes_from_whom_it_waits_for() -> None:
    assert "理由" in Desk().submit().send_back(1, reason=" ").said()
    assert "还没有到" in Desk().submit().send_back(2).said()
    assert "重新选择" in Desk().submit().sign(1).send_back(2, 2).said()
    assert "角色不符" in Desk().submit().send_back(1, role="leader").said()
    assert "不能退回自己" in Desk().submit().send_back(1, by="author").said()
    assert Desk().submit().sign(1).send_back(2, 1).said() == ""
    assert Desk().submit().sign(1).send_back(2, AUTHOR).said() == ""


def test_who_has_signed_may_still_send_back_and_nobody_else_from_there() -> None:
    assert "签署人自己" in Desk().submit().sign(1, "a").sign(2).send_back(1, by="b").said()
    assert Desk().submit().sign(1, "a").sign(2).send_back(1, by="a").said() == ""
    assert "另一个环节" in Desk().submit().sign(1, "a").send_back(2, by="a").said()


def test_secrecy_may_stop_it_as_long_as_it_is_not_out() -> None:
    assert Desk().submit().all_steps().secrecy().send_back(SECRECY, by="keeper").said() == ""
    assert "退给拟稿人" in Desk().submit().sign(1).send_back(SECRECY, 1, by="keeper").said()


def test_what_is_sent_back_waits_for_its_author() -> None:
    assert "已经退回" in Desk().submit().send_back(1).sign(1).said()
    assert "已经退回" in Desk().submit().send_back(1).send_back(1).said()


def test_sending_again_needs_a_change_or_a_return() -> None:
    assert "没有改动" in Desk().submit().edit("sha256:aa").said()
    assert Desk().submit().send_back(1).edit("sha256:aa").said() == ""
    assert "已经签署过" in Desk().submit().sign(1).edit("sha256:bb", "signer1").said()


def test_only_an_author_withdraws() -> None:
    assert "只有拟稿人" in Desk().submit().withdraw("signer1").said()
    assert Desk().submit().withdraw().said() == ""


@pytest.mark.parametrize("close", ["withdraw", "release"])
def test_after_the_end_nothing_counts(close: str) -> None:
    for more in ("edit", "sign", "secrecy", "send_back", "withdraw", "release"):
        desk = Desk().submit().all_steps().secrecy()
        getattr(desk, close)()
        getattr(desk, more)(*{"edit": ("sha256:bb",), "sign": (1,), "send_back": (1,)}.get(more, ()))
        assert desk.said(), (close, more)


def test_release_needs_everything_and_the_very_content() -> None:
    assert "还没有完成" in Desk().submit().all_steps().release().said()
    assert "还没有完成" in Desk().submit().secrecy().sign(1).sign(2).release().said()
    assert "不是审核通过" in Desk().submit().all_steps().secrecy().release("sha256:bb").said()
    assert Desk().submit().all_steps().secrecy().release().said() == ""


def test_an_act_out_of_order_or_unknown_does_not_count() -> None:
    review = Desk().submit().review()
    strange = Act(position=2, on=DAY, recorded_at=at(2), by="x")
    assert "不认识" in str(objection(review, strange))
    assert "次序" in str(objection(review, Act(position=3, on=DAY, recorded_at=at(2), by="x")))
    assert "重复送审" in Desk().submit().submit().said()
