"""The two policies, and the installation's own figures over them."""

from __future__ import annotations

from typing import Any

import pytest

from gongkai.web.people.policy import figure_names, figures, policy


@pytest.fixture(params=["dengbao", "asvs"])
def chosen(request: pytest.FixtureRequest, settings: Any) -> str:
    settings.SIGN_IN_POLICY, settings.SIGN_IN_FIGURES = request.param, {}
    return str(request.param)


def test_dengbao_asks_for_composition_and_change(settings: Any) -> None:
    settings.SIGN_IN_POLICY, settings.SIGN_IN_FIGURES = "dengbao", {}
    rules = policy()
    assert (rules.kinds, rules.days, rules.memory) == (3, 90, 5)
    assert (rules.failures, rules.lock_minutes) == (5, 30)
    assert 10 <= rules.idle_minutes <= 30


def test_asvs_asks_for_neither(settings: Any) -> None:
    """ASVS 5.0: 6.2.5 no composition rules, 6.2.10 no periodic change; 6.2.1 at least 8."""
    settings.SIGN_IN_POLICY, settings.SIGN_IN_FIGURES = "asvs", {}
    rules = policy()
    assert (rules.kinds, rules.days) == (0, 0)
    assert rules.length >= 12


def test_every_figure_can_be_set_and_says_so(chosen: str, settings: Any) -> None:
    for name in figure_names():
        settings.SIGN_IN_FIGURES = {name: 7}
        assert getattr(policy(), name) == 7
        assert figures()[name].own
        assert sum(one.own for one in figures().values()) == 1


def test_figures_that_no_norm_gives_are_marked(chosen: str) -> None:
    assert {one.mark for one in figures().values()} <= {"RECALLED", "VERIFIED", "CHOSEN"}
    if chosen == "dengbao":
        assert "VERIFIED" not in {one.mark for one in figures().values()}


def test_a_figure_set_to_nothing_is_nothing(settings: Any) -> None:
    settings.SIGN_IN_POLICY, settings.SIGN_IN_FIGURES = "dengbao", {"days": 0}
    assert policy().days == 0
