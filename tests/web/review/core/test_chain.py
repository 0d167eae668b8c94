"""What makes a chain hold."""

from __future__ import annotations

import pytest

from gongkai.web.review.core.chain import DEFAULT, Chain, Step, default_name
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
