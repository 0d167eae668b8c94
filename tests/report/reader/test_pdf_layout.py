"""Items in the order of reading, and fragments that agree on their columns."""

from __future__ import annotations

from gongkai.report.reader.blocks import Grid, Paragraph
from gongkai.report.reader.pdf_ink import Sheet
from gongkai.report.reader.pdf_layout import arrange
from tests.report.reader.test_pdf_lattice import ruled
from tests.report.reader.test_pdf_lines import run


def test_lines_and_tables_follow_from_the_top_with_line_numbers() -> None:
    across, down = ruled([0, 50, 150], [100, 120, 140])
    runs = [run("表下", 0, 150), run("格", 10, 105), run("表上", 0, 50)]
    items = arrange([Sheet(1, 200, 800, runs, across, down)])
    assert [i.text if isinstance(i, Paragraph) else "表" for i in items] == ["表上", "表", "表下"]
    assert [i.line for i in items] == [1, 2, 4]


def test_a_fragment_of_only_merged_columns_keeps_the_columns_of_the_other() -> None:
    first = Sheet(1, 200, 300, [run("标", 5, 255)], *ruled([0, 50, 100, 150], [250, 270, 290]))
    second = Sheet(2, 200, 300, [run("合", 5, 15), run("9", 110, 15)], *ruled([0, 100, 150], [10, 30]))
    grids = [i for i in arrange([first, second]) if isinstance(i, Grid)]
    assert [(c.text, c.column, c.colspan) for c in grids[1].rows[0]] == [("合", 0, 2), ("9", 2, 1)]


def test_a_heading_between_them_keeps_two_tables_apart() -> None:
    first = Sheet(1, 200, 300, [run("标", 5, 255)], *ruled([0, 50, 100, 150], [250, 270, 290]))
    second = Sheet(2, 200, 300, [run("三、标题", 5, 50), run("9", 110, 95)], *ruled([0, 100, 150], [90, 110]))
    grids = [i for i in arrange([first, second]) if isinstance(i, Grid)]
    assert [(c.text, c.column, c.colspan) for c in grids[1].rows[0]] == [("", 0, 1), ("9", 1, 1)]


def test_a_line_before_an_indented_one_ends_its_paragraph() -> None:
    runs = [run("首行文字", 20, 100), run("次行文字", 0, 120), run("再起一段", 20, 140)]
    items = arrange([Sheet(1, 200, 800, runs)])
    assert [i.broken for i in items if isinstance(i, Paragraph)] == [True, False, True]
