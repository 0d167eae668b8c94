"""What makes a chain hold."""

from __future__ import annotations

import pytest

from gongkai.web.review.core.chain import DEFAULT, FEWEST, Chain, Demand, Needed, Step, default_name
from gongkai.web.rights.roles import roles

A, B = Step("初审", ("reviewer",)), Step("终审", ("leader",))


def test_the_default_holds_and_its_roles_may_sign() -> None:
    assert DEFAULT.problem() is None
    assert all("review.sign" in roles()[key].rights for step in DEFAULT.steps for key in step.roles)
    assert all("review.sign_secrecy" in roles()[key].rights for key in DEFAULT.secrecy_roles)


@pytest.mark.parametrize("number", [2, 5])
def test_two_to_five_steps(number: int) -> None:
    steps = tuple(Step(default_name(n), ("reviewer",)) for n in range(1, number + 1))
    assert Chain(steps).problem() is None


@pytest.mark.parametrize(
    ("chain", "said"),
    [
        (Chain((A,)), "现在是1个"),
        (Chain(tuple(Step(str(n), ("leader",)) for n in range(6))), "现在是6个"),
        (Chain((A, Step(" ", ("leader",)))), "第2个环节没有名称"),
        (Chain((A, Step("终审", ()))), "没有可以签署的角色"),
        (Chain((A, A)), "名称相同"),
        (Chain((A, B), ()), "保密审查不能省略"),
        (Chain((A, B), chase_after=0), "至少为1个工作日"),
    ],
)
def test_what_does_not_hold(chain: Chain, said: str) -> None:
    assert said in str(chain.problem())


def test_a_demand_may_ask_for_one_step_but_never_for_none() -> None:
    assert Chain((A,)).problem(Demand(FEWEST)) is None
    assert "现在是0个。某规定。" in str(Chain(()).problem(Demand(FEWEST, "某规定。")))
    assert "保密审查不能省略（《政府信息公开条例》第十七条" in str(Chain((A,), ()).problem(Demand(FEWEST)))


def test_a_step_that_is_needed_is_one_that_nobody_else_may_sign() -> None:
    demand = Demand(FEWEST, "", (Needed(("leader", "office_head"), "负责人", "某条规定。"),))
    assert Chain((A, B)).problem(demand) is None
    assert Chain((Step("批准", ("office_head", "leader")),)).problem(demand) is None
    for chain in (Chain((A,)), Chain((Step("批准", ("leader", "reviewer")),))):
        assert chain.problem(demand) == "没有只由负责人签署的环节。某条规定。请保留或者增加这样一个环节。"
