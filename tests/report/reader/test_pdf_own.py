"""Lines at the edge of our own PDF run on; a table or a line set in begins anew."""

from __future__ import annotations

from gongkai.report.reader.blocks import Grid, Item, Paragraph
from gongkai.report.reader.pdf_ink import Sheet
from gongkai.report.reader.pdf_leaf import Leaf
from gongkai.report.reader.pdf_lines import Line
from gongkai.report.reader.pdf_own import drop_feet, joined, published_on


def texts(items: list[Item], at_edge: set[int]) -> list[str]:
    """The texts of the paragraphs that come of joining."""
    return [item.text for item in joined(items, at_edge) if isinstance(item, Paragraph)]


def test_a_line_at_the_edge_is_joined() -> None:
    first, second, third = Paragraph("全年收到申请", broken=True), Paragraph("3件。"), Paragraph("另起一段。")
    assert texts([first, second, third], {id(second)}) == ["全年收到申请3件。", "另起一段。"]


def test_a_space_comes_back_between_latin_words_alone() -> None:
    first, second = Paragraph("use of", broken=True), Paragraph("data")
    assert texts([first, second], {id(second)}) == ["use of data"]
    first, second = Paragraph("a.invalid/", broken=True), Paragraph("b")
    assert texts([first, second], {id(second)}) == ["a.invalid/b"]


def test_nothing_is_joined_over_a_table() -> None:
    second = Paragraph("表后的话。")
    assert texts([Paragraph("表前的话"), Grid([]), second], {id(second)}) == ["表前的话", "表后的话。"]


def test_only_what_stands_below_the_type_area_goes() -> None:
    lines = [
        Line(text, 80, y, 200, y + 14, 14) for text, y in (("— 7 —", 80), ("— 7 —", 700), ("— 1 —", 755))
    ]
    leaves = [Leaf(Sheet(number, 595, 842), lines=list(lines)) for number in (1, 2, 3)]
    drop_feet(leaves)
    assert [[line.y0 for line in leaf.lines] for leaf in leaves] == [[80, 700]] * 3


def test_the_day_of_publication_stands_first_in_the_description() -> None:
    assert published_on("发布日期：2025-01-20。字体：正文宋体。") == "2025-01-20"
    assert published_on("字体：正文宋体。发布日期：2025-01-20。") is None
    assert published_on("") is None
