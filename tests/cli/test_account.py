"""The account as it is printed."""

from __future__ import annotations

import datetime as dt

from gongkai.cli.account import as_objects, calendar_for, day_or_dash, padded, region_notes, table
from gongkai.statute.account import Step

STEPS = (
    Step(dt.date(2026, 3, 2), False, "星期一，收到"),
    Step(dt.date(2026, 3, 3), True, "星期二，第1个工作日"),
)


def test_the_table_stands_in_columns() -> None:
    lines = list(table(STEPS))
    assert lines[0] == "逐日计算："
    assert lines[2:] == [
        "  2026年3月2日    否    星期一，收到",
        "  2026年3月3日    是    星期二，第1个工作日",
    ]
    assert list(table(())) == []


def test_words_and_objects() -> None:
    assert day_or_dash(dt.date(2026, 3, 1)) == "2026年3月1日（星期日）"
    assert day_or_dash(None) == "——"
    assert as_objects(STEPS)[1] == {"on": "2026-03-03", "counts": True, "why": "星期二，第1个工作日"}
    assert padded("日", 4) == "日  "


def test_a_region_without_its_notice_is_told() -> None:
    days = (dt.date(2021, 5, 6), dt.date(2022, 5, 6), None)
    assert region_notes(calendar_for("640000", ()), days) == [
        "宁夏回族自治区2022年的地方放假安排尚未载入，地方另有放假的，日期还会推后。"
    ]
    assert region_notes(calendar_for(None, ()), days) == []
