"""Small reports with prose of their own, compared, in a row and added up, for the tests of papers."""

from __future__ import annotations

from typing import Any

from gongkai.report.checks.short_form import report_of
from gongkai.report.compare import Comparison, compare
from gongkai.report.document import AnnualReport
from gongkai.report.lineup import Lineup, line_up
from gongkai.report.rollup import Rollup, rollup

OURS = (
    "渔港的公告栏挪到了冰厂门口，船老大们卸货时都能看见。潮汐表每晚更新两回，船上也收得到。"
    "库房的除湿机坏过一次，修好之后早晚各看一遍。"
)
THEIRS = (
    "潮汐表每晚更新三回，船上也收得到。渔港的公告栏挪到了冰厂门口，船老大们卸货时都能看见。"
    "图纸重新编了号，旧号写在背面。"
)


def of(
    organ: str = "青禾县司法局", year: int | None = 2024, new: Any = 2, text: str = OURS, **more: Any
) -> AnnualReport:
    """A report that received ``new`` applications, its chapter one being ``text``."""
    rows = {"applications": {"newly_received": [new, 0, 0, 0, 0, 0, new]}}
    data = {"fill": 0, "year": year, "organ": organ, "file": f"{organ}{year}.html", "tables": rows}
    return report_of({**data, "chapters": {"1": {"text": text}}, **more})


def two_years() -> Comparison:
    """Last year and this year of one organ: a sentence kept, one moved, one changed, one new."""
    return compare(of(year=2023, new=3), of(new=5, text=THEIRS))


def a_row() -> Lineup:
    """Three organs of one year, two of which share their prose."""
    return line_up([of("甲县司法局"), of("乙县司法局", new="空"), of("丙县司法局", text="另外的话。")])


def a_sum() -> Rollup:
    """Two children under a city, a third one missing."""
    children = [of("甲县司法局"), of("乙县司法局", new="空")]
    return rollup(children, of("临溪市司法局", new=9), ["甲县司法局", "乙县司法局", "丙县司法局"])
