"""Gutters: two reports have twins, a table without rules has not."""

from __future__ import annotations

from gongkai.report.reader.pdf_columns import lane_of_lines, set_columns, side
from gongkai.report.reader.pdf_ink import Run, Sheet
from gongkai.report.reader.pdf_leaf import leaves
from tests.report.reader.test_pdf_lattice import ruled
from tests.report.reader.test_pdf_lines import run


def twins(number: int, runs: list[Run]) -> Sheet:
    left, right = ruled([10, 100, 190], [200, 220, 240]), ruled([210, 300, 390], [200, 220, 240])
    return Sheet(number, 400, 600, runs, left[0] + right[0], left[1] + right[1])


def test_twin_tables_on_two_pages_make_lanes() -> None:
    found = leaves([twins(1, [run("左文", 20, 50), run("右文", 220, 50)]), twins(2, [])])
    set_columns(found)
    assert [leaf.gutter for leaf in found] == [200, 200]
    assert [line.text for line in found[0].lines] == ["左文", "右文"]
    assert lane_of_lines(found)[0] == [0, 1]


def test_one_pair_of_tables_beside_each_other_makes_none() -> None:
    found = leaves([twins(1, [])])
    set_columns(found)
    assert (found[0].gutter, found[0].lanes) == (None, False)


def test_a_chapter_heading_that_only_the_left_prints_belongs_to_both() -> None:
    texts = [run("一、总体", 20, 20), run("二、左有", 20, 50), run("二、左有", 220, 50), run("正文", 20, 80)]
    found = leaves([twins(1, texts), twins(2, [])])
    set_columns(found)
    lanes = dict(zip([(n.text, n.x0) for n in found[0].lines], lane_of_lines(found)[0], strict=True))
    assert lanes == {("一、总体", 20): None, ("二、左有", 20): 0, ("二、左有", 220): 1, ("正文", 20): 0}


def test_sides_of_a_gutter() -> None:
    assert [side(0, 90, 100), side(110, 200, 100), side(50, 150, 100), side(0, 10, None)] == [
        0,
        1,
        None,
        None,
    ]


def test_prose_in_columns_has_a_gutter_but_cells_have_not() -> None:
    prose = [
        r
        for i in range(8)
        for r in (run("左栏文字十分完整的一行", 10, 20 * i), run("右栏文字十分完整的一行", 210, 20 * i))
    ]
    cells = [r for i in range(8) for r in (run("某项指标名称", 10, 20 * i), run("12", 210, 20 * i))]
    for runs, expected in ((prose, True), (cells, False)):
        (leaf,) = leaves([Sheet(1, 400, 600, runs)])
        set_columns([leaf])
        assert (leaf.gutter is not None, leaf.lanes) == (expected, False)
