"""A chart as plain values: what is drawn stands in the table, what has no number gets no bar."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from gongkai.report.charts.chart import MOST_SERIES, Series, bars, cut


def series(name: str, *numbers: int | None) -> Series:
    """A series whose words are its numbers, 空白 where there is none."""
    return Series(
        name,
        tuple(None if n is None else Decimal(n) for n in numbers),
        tuple("空白" if n is None else str(n) for n in numbers),
    )


def test_the_table_says_what_is_drawn() -> None:
    chart = bars("a", "申请", "件", ["甲", "乙"], [series("2023年", 3, None), series("2024年", 4, 0)])
    assert chart.head == ("项目", "2023年（件）", "2024年（件）")
    assert chart.rows == (("甲", "3", "4"), ("乙", "空白", "0"))
    assert [one["data"] for one in chart.option["series"]] == [[3, None], [4, 0]]


def test_the_option_is_plain_json() -> None:
    chart = bars("a", "申请", "件", ["甲"], [series("一", 1)])
    assert json.loads(json.dumps(chart.option)) == chart.option


def test_stacked_bars_stand_in_one_row() -> None:
    told = [series(str(n), 1, 2) for n in range(4)]
    stacked = bars("a", "申请", "件", ["甲", "乙"], told, stacked=True)
    assert {one["stack"] for one in stacked.option["series"]} == {"all"}
    assert stacked.height < bars("a", "申请", "件", ["甲", "乙"], told).height


def test_more_series_than_colours_are_refused() -> None:
    with pytest.raises(ValueError, match="series"):
        bars("a", "申请", "件", ["甲"], [series(str(n), n) for n in range(MOST_SERIES + 1)])


def test_a_long_name_is_cut_in_the_drawing_alone() -> None:
    name = "甲" * 60
    chart = bars("a", "申请", "件", [name], [series("一", 1)])
    assert chart.rows[0][0] == name
    assert chart.option["yAxis"]["data"] == [cut(name)]
    assert len(cut(name)) <= 32
