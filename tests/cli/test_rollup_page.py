"""The page of a roll-up."""

from __future__ import annotations

from gongkai.cli.examine import Style
from gongkai.cli.rollup_page import page
from gongkai.report.checks.short_form import report_of
from gongkai.report.document import AnnualReport
from gongkai.report.rollup import rollup


def of(organ: str, value: object, year: int = 2024, edition: str = "2021") -> AnnualReport:
    rows = {"applications": {"newly_received": [0, 0, 0, 0, 0, 0, value]}}
    return report_of(
        {"fill": 0, "year": year, "organ": organ, "edition": edition, "file": organ, "tables": rows}
    )


def test_what_is_certain_about_a_sum() -> None:
    style = Style(width=100)
    assert "不少于 1" in page(rollup([of("甲局", 1), of("乙局", "空")]), style, full=False)
    above = page(rollup([of("甲局", 1)], of("市局", 4), ["甲局", "乙局"]), style, full=False)
    assert "1—4" in above
    assert "0—3" in above
    assert "不明" in page(rollup([of("甲局", "空")]), style, full=True)


def test_rows_of_nothing_but_0_only_in_full() -> None:
    found = rollup([of("甲局", 1)])
    style = Style(width=100)
    assert len(page(found, style, full=True)) > 3 * len(page(found, style, full=False))
