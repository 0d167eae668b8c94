"""Which charts there are, and what they leave out."""

from __future__ import annotations

from typing import Any

from gongkai.report.charts.choices import MOST_ORGANS, organs, word, years
from gongkai.report.checks.short_form import report_of
from gongkai.report.document import AnnualReport
from gongkai.tables.form import form

CELL = ("applications", "newly_received", "total")


def of(year: int = 2024, organ: str = "青禾县司法局", fill: int = 0, **rows: list[Any]) -> AnnualReport:
    """A report in the short form; rows of the applications by key."""
    return report_of({"fill": fill, "year": year, "organ": organ, "tables": {"applications": rows}})


def test_two_years_have_main_figures_applicants_and_the_outcomes_that_occur() -> None:
    last = of(2023, newly_received=[3, 1, 0, 0, 0, 0, 4], disclosed=[4, 0, 0, 0, 0, 0, 4])
    this = of(2024, newly_received=[5, 0, 0, 0, 0, 0, 5], **{"withheld.third_party": [5, 0, 0, 0, 0, 0, 5]})
    charts = {chart.key: chart for chart in years((last, this), ("2023年", "2024年"))}
    assert list(charts) == ["main", "applicants", "outcomes"]
    assert charts["applicants"].rows[:2] == (("自然人", "3", "5"), ("商业企业", "1", "0"))
    assert charts["outcomes"].rows == (("予以公开", "4", "0"), ("不予公开：保护第三方合法权益", "0", "5"))
    assert charts["main"].rows[0] == ("本年新收政府信息公开申请数量", "4", "5")


def test_all_0_is_not_drawn() -> None:
    assert years((of(2023), of(2024)), ("2023年", "2024年")) == ()
    assert organs((of(), of(organ="乙局")), ("甲", "乙")) == ()


def test_what_has_no_number_keeps_its_word_and_gets_no_bar() -> None:
    one = of(newly_received=["空", "/", "缺", 0, 0, 0, 4])
    (main,) = years((one, one), ("甲", "乙"))
    assert main.rows[0][1:] == ("4", "4")
    (received,) = organs((one, of(organ="乙局", newly_received=[0, 0, 0, 0, 0, 0, "空"])), ("甲局", "乙局"))
    assert received.rows == (("甲局", "4"), ("乙局", "空白"))
    assert received.option["series"][0]["data"] == [4, None]
    told = [
        word(one, ("applications", "newly_received", column)) for column in ("natural_person", "business")
    ]
    assert told == ["空白", "/"]
    assert word(one, ("applications", "newly_received", "research_institute")) == "未列"


def test_organs_are_drawn_by_kind_of_outcome_and_a_sum_with_a_gap_is_none() -> None:
    one = of(
        newly_received=[6, 0, 0, 0, 0, 0, 6],
        **{"withheld.third_party": [2, 0, 0, 0, 0, 0, 2], "withheld.state_secret": [1, 0, 0, 0, 0, 0, 1]},
    )
    other = of(organ="乙局", **{"withheld.third_party": [0, 0, 0, 0, 0, 0, "空"]})
    charts = {chart.key: chart for chart in organs((one, other), ("甲局", "乙局"))}
    assert list(charts) == ["received", "dealt"]
    at = charts["dealt"].head.index("不予公开（件）")
    assert [row[at] for row in charts["dealt"].rows] == ["3", "无从计算"]
    assert len(charts["dealt"].head) == 1 + 6


def test_the_trial_form_with_its_one_row_for_other_handling_is_drawn_too() -> None:
    one = report_of(
        {
            "fill": 0,
            "edition": "2019",
            "year": 2020,
            "organ": "甲局",
            "tables": {"applications": {"otherwise": [2, 0, 0, 0, 0, 0, 2]}},
        }
    )
    charts = organs((one, one), ("甲", "乙"))
    assert [row[-1] for row in charts[0].rows] == ["2", "2"]
    assert form("2019").table("applications").outcomes[-1] == "otherwise"


def test_more_organs_than_one_chart_holds_are_cut() -> None:
    many = [of(organ=f"第{n}局", newly_received=[1, 0, 0, 0, 0, 0, 1]) for n in range(MOST_ORGANS + 3)]
    (chart,) = organs(many, [report.organ or "" for report in many])
    assert len(chart.rows) == MOST_ORGANS
