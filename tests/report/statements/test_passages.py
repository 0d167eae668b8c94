"""Passages: what stands near a figure."""

from __future__ import annotations

from gongkai.report.statements.passages import Fact, facts
from gongkai.report.statements.plain import plain
from gongkai.report.statements.sentences import cut


def _facts(text: str, year: int | None = 2024) -> list[Fact]:
    return facts(cut(plain(text), 1), year)


def test_subject_topic_period_and_scope() -> None:
    """The last topic before the figure, the last year before it, the scope of its clause."""
    first, second = _facts("2023年收到政府信息公开申请4件；2024年，各部门收到政府信息公开申请5件。")
    assert (first.name, first.period, first.topic) == ("applications.received", "2023", "applications")
    assert (second.period, second.scope, second.restricted) == (None, "各部门", True)


def test_an_empty_clause_borrows_the_one_before() -> None:
    """收到申请，共计5件."""
    (fact,) = _facts("全年收到政府信息公开申请，共计5件。")
    assert fact.name == "applications.received"


def test_brackets_have_depth() -> None:
    """A figure in brackets is deeper than its total."""
    assert [f.depth for f in _facts("答复政府信息公开申请9件（含上年结转2件），不予公开1件。")] == [0, 1, 0]


def test_outcomes_are_anchored_only_to_applications() -> None:
    """不予公开 of a list by attribute is not."""
    anchored = _facts("收到政府信息公开申请9件，不予公开1件。")[-1]
    loose = _facts("属性认定：依申请公开信息9件，不予公开1件。")[-1]
    assert anchored.anchored
    assert not loose.anchored
