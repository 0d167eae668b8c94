"""Fingerprints of clauses: figures and the organ's own name make no difference, words do."""

from __future__ import annotations

from gongkai.corpus.prose import clauses
from gongkai.report.document import AnnualReport, Chapter, Source


def marks(organ: str, text: str) -> list[tuple[int, int, int]]:
    """The clauses of a report whose first chapter is this text."""
    source = Source("a.html", "html", "0")
    return list(clauses(AnnualReport(source, organ=organ, chapters=(Chapter(1, "一", True, text),))))


def test_figures_and_the_own_name_make_no_difference() -> None:
    one = marks("甲局", "甲局全年主动公开各类政府信息12条，好。")
    assert one == marks("乙局", "乙局全年主动公开各类政府信息３０条；好。")
    assert len(one) == 1


def test_control_other_words_are_another_clause() -> None:
    assert marks("甲局", "全年主动公开各类政府信息12条") != marks("甲局", "全年主动公开各类政务信息12条")
