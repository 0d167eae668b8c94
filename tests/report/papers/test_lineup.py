"""Many reports in a row as a paper."""

from __future__ import annotations

from gongkai.report.lineup import line_up
from gongkai.report.papers.lineup import SIDE_BY_SIDE, names_of, paper
from gongkai.report.papers.paper import Grid
from tests.report.papers.found import a_row, of
from tests.report.papers.test_comparison import grids


def test_names_tell_the_reports_apart() -> None:
    assert names_of([of(year=2022), of(year=2023)]) == ("2022年", "2023年")
    assert names_of([of("甲局"), of("乙局")]) == ("甲局", "乙局")
    assert names_of([of("甲局", 2022), of("乙局", 2023)]) == ("甲局2022年", "乙局2023年")
    assert names_of([of("甲局"), of("甲局"), of("乙局")]) == ("甲局（第 1 份）", "甲局（第 2 份）", "乙局")


def test_every_report_has_its_main_figures_and_what_differs_stands_side_by_side() -> None:
    made = paper(a_row())
    assert made.title == "2024年 3 份报告并列"
    (main,) = grids(made, "main")
    assert [row[0].text for row in main.rows] == ["甲县司法局", "乙县司法局", "丙县司法局"]
    assert [row[1].text for row in main.rows] == ["2", "空白", "2"]
    (cells,) = grids(made, "cells")
    assert [cell.text for cell in cells.rows[0]][1:] == ["2", "空白", "2"]


def test_years_of_one_organ_are_a_row_too() -> None:
    made = paper(line_up([of(year=year, new=year - 2020) for year in (2022, 2023, 2024)]))
    assert made.title == "青禾县司法局 2022年至2024年对照"


def test_texts_most_alike_are_listed_and_shown_beside_each_other() -> None:
    made = paper(a_row())
    (alike,) = grids(made, "likeness")
    assert [cell.text for cell in alike.rows[0]][:3] == ["甲县司法局 与 乙县司法局", "一、总体情况", "100%"]
    (text,) = grids(made, "text")
    assert text.head == ("关系", "甲县司法局", "乙县司法局")
    assert all(row[0].text == "相同" for row in text.rows)


def test_many_reports_are_set_in_tables_that_a_page_holds() -> None:
    many = [of(f"第{n}县司法局", new=n, text="") for n in range(SIDE_BY_SIDE + 1)]
    tables: list[Grid] = grids(paper(line_up(many)), "cells")
    assert [len(grid.head) for grid in tables] == [SIDE_BY_SIDE + 1, 2]
