"""Every doubtful point is an option, and what other apps register stands beside them under a known group."""

from __future__ import annotations

import pytest

from gongkai.statute.settings import Point, points
from gongkai.values.errors import NotAllowed
from gongkai.web.organs import options as module
from gongkai.web.organs.options import GROUPS, READINGS, option, options, register_option

TRIED = Point("", "tried.days", 3, "HABIT", "试用的天数", "", low=1, high=9)


def test_all_points_are_options() -> None:
    assert options()[READINGS] == list(points())
    assert list(options()) == list(GROUPS)
    assert option("receipt.weekend").id == "A1"
    with pytest.raises(NotAllowed, match="没有"):
        option("no.such")


def test_another_app_registers_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_OTHERS", {})
    register_option("habits", TRIED)
    assert options()["habits"] == [TRIED]
    assert option("tried.days").mark_words == "工作习惯，法律没有规定"
    with pytest.raises(KeyError):
        register_option("nowhere", TRIED)
