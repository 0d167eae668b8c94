"""The ladder: each step once its day has come, the nearest to the end first; a missed day is made up for."""

from __future__ import annotations

from gongkai.web.applications.ladder import HANDLER, reached, steps
from gongkai.web.rights.roles import roles


def test_the_steps_go_down_and_tell_known_people() -> None:
    days = [step.days for step in steps()]
    assert days == sorted(set(days), reverse=True)
    assert {name for step in steps() for name in step.to} <= {HANDLER, *roles()}
    assert any(step.overdue for step in steps())


def test_which_step_holds() -> None:
    for step in steps():
        assert reached(step.days) == step
        assert reached(step.days + 1) != step
    assert reached(steps()[0].days + 1) is None
    assert reached(-1000) == steps()[-1]
