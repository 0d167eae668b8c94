"""A roll-up as a paper: exceptions first, own figures apart."""

from __future__ import annotations

from gongkai.report.papers.paper import Points, Words
from gongkai.report.papers.rollup import paper
from gongkai.report.rollup import rollup
from tests.report.papers.found import a_sum, of
from tests.report.papers.test_comparison import grids


def test_exceptions_come_first_gravest_on_top() -> None:
    first = paper(a_sum()).sections[0]
    (points,) = first.parts
    assert isinstance(points, Points)
    assert points.points[0].label == "缺报"
    assert "丙县司法局" in points.points[0].text
    tones = [point.tone for point in points.points]
    assert tones == sorted(tones, key=("error", "warning", "notice").index)


def test_own_figures_and_the_sum_stand_apart_with_what_is_certain() -> None:
    (grid,) = grids(paper(a_sum()), "sums")
    assert grid.head == ("位置", "下级合计", "真实合计的范围", "上级报告", "其中本级")
    assert [cell.text for cell in grid.rows[-1]][1:] == ["2", "2—9", "9", "0—7"]


def test_the_missing_stand_among_the_children() -> None:
    (grid,) = grids(paper(a_sum()), "children")
    assert [row[2].text for row in grid.rows] == ["计入", "计入", "缺报"]


def test_all_is_well_is_said() -> None:
    made = paper(rollup([of("甲局"), of("乙局")]))
    assert isinstance(made.sections[0].parts[0], Words)
    assert "没有指定上级报告" in made.about
