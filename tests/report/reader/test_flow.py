"""Flows become paragraphs and grids; layout tables are taken apart."""

from __future__ import annotations

from gongkai.report.reader.blocks import Grid, Item, Paragraph
from gongkai.report.reader.flow import RawCell, RawTable, cell_text, items_of


def table(*rows: list[str]) -> RawTable:
    """A table of plain cells."""
    return RawTable([[RawCell([text]) for text in row] for row in rows], own=sum(map(len, rows)))


def test_boundaries_and_headings() -> None:
    items = items_of(["前", 1, "题", 0, "文", "字", 0, 0, "后"])
    assert [(i.text, i.heading) for i in items if isinstance(i, Paragraph)] == [
        ("前", None),
        ("题", 1),
        ("文字", None),
        ("后", None),
    ]


def test_a_data_table_is_a_grid_and_an_empty_one_is_nothing() -> None:
    (grid,) = table(["规章", "1"], ["行政许可", "2"]).close()
    assert isinstance(grid, Grid)
    assert [[c.text for c in row] for row in grid.rows] == [["规章", "1"], ["行政许可", "2"]]
    assert table(["", ""], ["", ""]).close() == []


def test_a_table_mostly_of_prose_is_text() -> None:
    (first, second) = table(["注", "本机关一年来的工作。" * 40]).close()
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    (kept,) = table(["注", "本机关一年来的工作。"]).close()
    assert isinstance(kept, Grid)


def test_a_declared_column_wins_over_the_counted_one() -> None:
    raw = table(["甲", "乙"])
    raw.rows[0][1].column = 5
    (grid,) = raw.close()
    assert isinstance(grid, Grid)
    assert [cell.column for cell in grid.rows[0]] == [0, 5]


def test_rowspan_zero_runs_to_the_end_and_long_ones_are_cut() -> None:
    raw = table(["甲", "1"], ["2"], ["3"])
    raw.rows[0][0].rowspan = 0
    raw.rows[1][0].rowspan = 99
    (grid,) = raw.close()
    assert isinstance(grid, Grid)
    assert [grid.rows[0][0].rowspan, grid.rows[1][0].rowspan] == [3, 2]


def test_a_small_table_inside_a_data_cell_gives_its_texts() -> None:
    inner: list[Item] = table(["3", "件"]).close()
    assert cell_text(["共", inner]) == "共\n3\n件"
