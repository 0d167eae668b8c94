"""What waits: of the rights held, due first, with how near the day is."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.web.pages import waiting
from gongkai.web.pages.waiting import Block, Waiting, blocks, filled, nearness, register
from gongkai.web.rights.actor import Actor

TODAY = dt.date(2026, 3, 2)
CLERK = Actor("p1", "甲", None, "linxi", frozenset({"letters.draft"}))


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "_BLOCKS", {})


@pytest.mark.parametrize(("days", "said"), [(-1, "late"), (0, "today"), (1, "soon"), (3, "soon"), (4, "")])
def test_how_near(days: int, said: str) -> None:
    assert nearness(TODAY + dt.timedelta(days), TODAY) == said
    assert nearness(None, TODAY) == ""


def test_due_first_and_of_ones_rights(registry: None) -> None:
    items = [Waiting("丙", "/c/"), Waiting("乙", "/b/", TODAY), Waiting("甲", "/a/", TODAY - dt.timedelta(1))]
    register(Block("a", "待办", "letters.draft", "没有待办。", lambda *_: items))
    register(Block("b", "待审", "review.sign", "没有待审。", lambda *_: items))
    assert [b.key for b in blocks()] == ["a", "b"]
    (one,) = filled(None, CLERK, TODAY)
    assert [(w.words, near) for w, near in one.items] == [("甲", "late"), ("乙", "today"), ("丙", "")]
