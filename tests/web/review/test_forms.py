"""The forms: what was shown goes along, marks are rows, a chain is read from its steps."""

from __future__ import annotations

from gongkai.web.review.actions.doing import Seen
from gongkai.web.review.core.acts import Mark
from gongkai.web.review.core.chain import Chain, Step
from gongkai.web.review.forms import ChainForm, ReturnForm, SignForm, WithdrawForm, chain_from, step_form

SHOWN = {"position": "3", "hash": "sha256:aa"}


def test_seen() -> None:
    form = WithdrawForm({f"withdraw-{name}": value for name, value in SHOWN.items()})
    assert form.is_valid()
    assert form.seen == Seen(3, "sha256:aa")
    assert form.stale(4)
    assert not form.stale(3)
    assert not WithdrawForm({"withdraw-position": "x"}).stale(3)
    assert not SignForm({"sign-step": "1"}).is_valid()


def test_marks() -> None:
    data = {
        "task": "2",
        "to": "1",
        "reason": "改",
        "place1": "1.1",
        "words1": " 原文 ",
        "remark2": "没有位置",
    } | SHOWN
    bound = {f"return-{name}": value for name, value in data.items()}
    form = ReturnForm(bound, tasks=[(2, "二审二校")], places=[("1.1", "正文第1段")])
    assert form.is_valid(), form.errors
    assert form.marks == [Mark("1.1", "原文", "")]
    assert form.cleaned_data["to"] == 1
    assert [line["field"].name for line in form.main_lines()] == ["task", "to", "reason"]
    assert len(form.mark_rows()) == 4


def test_a_step_left_empty_is_none() -> None:
    data = {
        "step1-name": "初审",
        "step1-roles": ["reviewer"],
        "step2-name": "终审",
        "step2-roles": ["leader"],
    }
    steps = [step_form(number)(data) for number in range(1, 6)]
    rest = ChainForm({"chase_after": "4"})
    assert all(form.is_valid() for form in (*steps, rest))
    two = (Step("初审", ("reviewer",)), Step("终审", ("leader",)))
    assert chain_from(steps, rest) == Chain(two, chase_after=4)
    assert not step_form(1)({}).is_valid()
