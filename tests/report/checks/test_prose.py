"""Places in the prose, white space of the print, Chinese numerals."""

from __future__ import annotations

import re

import pytest

from gongkai.report.checks import prose
from gongkai.report.checks.short_form import case_of
from gongkai.report.document import Chapter, Place


@pytest.mark.parametrize(
    ("words", "value"),
    [("一", 1), ("九", 9), ("十", 10), ("十二", 12), ("二十", 20), ("九十九", 99), ("六", 6)],
)
def test_numerals(words: str, value: int) -> None:
    assert prose.numeral(words) == value


@pytest.mark.parametrize("words", ["", "两", "一二", "百", "十十", "6"])
def test_no_numerals(words: str) -> None:
    assert prose.numeral(words) is None


def test_parts_begin_with_the_preamble() -> None:
    report = case_of({"preamble": "导语。", "chapters": {"2": {"text": "正 文\n。"}}}).report
    assert [part.number for part in prose.parts(report)] == [0, 2]
    assert prose.in_words(report) == "导语。正文。"


def test_a_pattern_that_bears_broken_lines() -> None:
    assert re.search(prose.spaced("处理费"), "信息处\n理 费")


def test_places_of_spans() -> None:
    chapter = Chapter(
        5, "", found=True, text="甲\n乙", places=((0, Place(line=3)), (2, Place(page=2, line=9)))
    )
    assert prose.at_span(chapter, (2, 3)).as_json() == {"chapter": 5, "page": 2, "line": 9, "span": [2, 3]}
    opening = Chapter(0, "", found=True, text="甲", places=((0, Place(line=1)),))
    assert prose.at_span(opening, (0, 1)).as_json() == {"line": 1}


@pytest.mark.parametrize("words", ["〔略〕", "〔此处省略〕", "〔…〕", "（以下略）", "…省略…"])
def test_an_excerpt_says_so(words: str) -> None:
    assert prose.shortened(case_of({"chapters": {"1": {"text": f"全年{words}公开。"}}}).report)


@pytest.mark.parametrize("words", ["策略", "（战略规划处）", "忽略", "等等……"])
def test_other_words_are_no_excerpt(words: str) -> None:
    assert not prose.shortened(case_of({"chapters": {"1": {"text": f"全年{words}公开。"}}}).report)
