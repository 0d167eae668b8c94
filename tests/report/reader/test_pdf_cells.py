"""Texts go into their cells, also where a run reaches over a rule."""

from __future__ import annotations

from gongkai.report.reader.pdf_cells import doubts, grid
from gongkai.report.reader.pdf_ink import Run
from gongkai.report.reader.pdf_lattice import lattices
from tests.report.reader.test_pdf_lattice import ruled
from tests.report.reader.test_pdf_lines import run

TABLE = lattices(*ruled([0, 40, 80, 120], [0, 20, 40]))[0]


def texts(runs: list[Run]) -> list[list[str]]:
    found = grid(TABLE, runs, 1)
    return [] if found is None else [[c.text for c in row] for row in found.rows]


def test_figures_of_neighbouring_cells_in_one_run_are_parted_at_the_rule() -> None:
    close = Run("123456", [24, 29, 34, 43, 48, 53], [29, 34, 39, 48, 53, 58], 5, 15, 10)
    assert texts([close]) == [["123", "456", ""], ["", "", ""]]


def test_a_label_too_long_for_its_cell_stays_whole() -> None:
    assert texts([run("本年度办理", 2, 5)])[0] == ["本年度办理", "", ""]


def test_a_table_without_text_is_no_grid() -> None:
    assert grid(TABLE, [], 1) is None


def test_doubtful_figures_are_named_with_their_cell() -> None:
    unsure = run("7", 50, 25)
    unsure.sure = False
    assert doubts(TABLE, [run("8", 10, 5), unsure]) == ["第 2 行第 2 列识别为“7”，把握不大，请对照原件核对。"]
    assert doubts(TABLE, [run("8", 10, 5)]) == []
