"""The page of many reports in a row."""

from __future__ import annotations

from gongkai.cli.examine import Style
from gongkai.cli.lineup_page import page
from gongkai.report.lineup import line_up
from tests.report.test_lineup import PROSE, of


def test_numbers_prose_and_findings() -> None:
    found = line_up([of("甲局", 1, PROSE), of("乙局", "空"), of("丙局", 3, PROSE)])
    text = page(found, Style(width=100))
    assert "〔1〕甲局" in text
    assert "1 格不全相同" in text
    assert "（空白）" in text
    assert "〔1〕与〔3〕" in text
    assert "R706" in text


def test_nothing_in_common() -> None:
    assert "没有相似的正文。" in page(line_up([of("甲局", 1), of("乙局", 1), of("丙局", 1)]), Style())
