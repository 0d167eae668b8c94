"""Page numbers and running heads go; figures of the report stay."""

from __future__ import annotations

import pytest

from gongkai.report.reader.pdf_furniture import drop_furniture
from gongkai.report.reader.pdf_ink import Sheet
from gongkai.report.reader.pdf_leaf import Leaf
from gongkai.report.reader.pdf_lines import Line


def pages(*texts: list[tuple[str, float]]) -> list[list[str]]:
    """What is left of the lines (text, height on a page of 800 points) of each page."""
    leaves = [
        Leaf(Sheet(n, 600, 800), lines=[Line(t, 50, y, 200, y + 10, 10) for t, y in lines])
        for n, lines in enumerate(texts, 1)
    ]
    drop_furniture(leaves)
    return [[line.text for line in leaf.lines] for leaf in leaves]


@pytest.mark.parametrize(
    "number", ["— 4 —", "- 3 -", "–5–", "第 2 页 共 5 页", "第2页", "2 / 5", "－ １２ －", "· 3 ·"]
)
def test_page_numbers_go(number: str) -> None:
    assert pages([("正文", 400), (number, 760)]) == [["正文"]]


@pytest.mark.parametrize("text", ["2024年", "0", "第一页", "12件", "电话：0379-1"])
def test_other_lines_at_the_foot_stay(text: str) -> None:
    assert pages([("正文", 400), (text, 760)]) == [["正文", text]]


def test_a_marked_number_inside_the_page_stays() -> None:
    assert pages([("— 4 —", 400)]) == [["— 4 —"]]


def test_bare_numbers_go_only_where_they_count_the_pages() -> None:
    assert pages([("3", 760)], [("4", 760)], [("5", 760)]) == [[], [], []]
    assert pages([("7", 760)], [("7", 760)]) == [["7"], ["7"]]


def test_a_running_head_goes_from_three_pages_on() -> None:
    assert pages(*[[("松风局年报", 30)]] * 3) == [[], [], []]
    assert pages(*[[("松风局年报", 30)]] * 2) == [["松风局年报"]] * 2
