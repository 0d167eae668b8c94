"""What is out of the ordinary in a roll-up, in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from gongkai.report.checks.short_form import report_of
from gongkai.report.document import AnnualReport
from gongkai.report.rollup import Bounds, rollup
from gongkai.report.rollup_telling import exceptions, range_text

CELL = ("applications", "newly_received", "total")


def of(organ: str, value: object, year: int = 2024, edition: str = "2021") -> AnnualReport:
    rows = {"applications": {"newly_received": [0, 0, 0, 0, 0, 0, value]}}
    return report_of(
        {"fill": 0, "year": year, "organ": organ, "edition": edition, "file": organ, "tables": rows}
    )


def test_every_exception_is_said() -> None:
    found = rollup(
        [
            of("甲局", 1),
            of("甲局", 1),
            of("乙局", "空"),
            of("丙局", 2, year=2023),
            of("丁局", 2, edition="2019"),
        ],
        expected=["甲局", "戊局"],
    )
    text = "\n".join(one.text for one in exceptions(found))
    for words in (
        "缺 2 份：戊局、丙局。",
        "名单之外 1 份：乙局。",
        "重复，只计一次",
        "不是同一年度",
        "版本不同",
        "1 格有下级空白",
    ):
        assert words in text


def test_no_exception_no_word() -> None:
    assert list(exceptions(rollup([of("甲局", 1), of("乙局", 2)]))) == []


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [(2, 2, "2"), (2, 5, "2—5"), (2, None, "不少于 2"), (None, 5, "不多于 5"), (None, None, "不明")],
)
def test_bounds_are_told_as_far_as_they_are_known(low: int | None, high: int | None, text: str) -> None:
    bounds: Bounds = (None if low is None else Decimal(low), None if high is None else Decimal(high))
    assert range_text(bounds, CELL) == text
