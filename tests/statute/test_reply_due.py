"""The reply period, case by case (vectors/reply_due.toml), its account, and what a notice moves."""

from __future__ import annotations

import datetime as dt
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from gongkai.statute.holiday_notices import Festival, Notice
from gongkai.statute.reply_due import reply_due
from gongkai.statute.settings import Settings
from gongkai.statute.working_days import Calendar
from gongkai.values.errors import NotAllowed

VECTORS = Path(__file__).resolve().parents[1] / "vectors" / "reply_due.toml"
CASES = tomllib.loads(VECTORS.read_text(encoding="utf-8"))["case"]
FIRST_WEEK_OFF = Notice(
    2027, "2027年的示例安排", (Festival("元旦", (dt.date(2027, 1, 1), dt.date(2027, 1, 4))),)
)


@pytest.mark.parametrize("case", CASES, ids=[f"{c['law']} {c['name']}" for c in CASES])
def test_case(case: dict[str, Any]) -> None:
    calendar = Calendar.national()
    if "region" in case:
        calendar = calendar.with_region(case["region"])
    found = reply_due(case["received"], calendar, case.get("days"))
    assert (found.strict, found.lenient) == (case["strict"], case.get("lenient", case["strict"]))
    assert found.provisional is case.get("provisional", False)
    assert found.received == case["received"]
    assert found.days == calendar.count_between(found.base, found.strict)


def test_the_account_counts_to_the_last_day() -> None:
    found = reply_due(dt.date(2026, 2, 13), Calendar.national())
    steps = found.steps
    assert (steps[0].on, steps[-1].on) == (dt.date(2026, 2, 13), found.strict)
    assert [b.on - a.on for a, b in pairwise(steps)] == [dt.timedelta(1)] * (len(steps) - 1)
    assert sum(step.counts for step in steps) == 20
    words = {step.on: step.why for step in steps}
    assert words[dt.date(2026, 2, 14)] == "星期六，春节调休上班，第1个工作日"
    assert words[dt.date(2026, 2, 17)] == "星期二，春节放假，不计"
    assert "第三十一条" in steps[0].why
    assert "第20个工作日，答复期限届满" in steps[-1].why
    assert "第三十三条第二款" in steps[-1].why


def test_a_provisional_day_says_so() -> None:
    last = reply_due(dt.date(2026, 12, 4), Calendar.national()).steps[-1]
    assert last.why.endswith("（2027年放假安排尚未载入，暂定）")


def test_a_notice_makes_a_provisional_date_firm() -> None:
    received = dt.date(2026, 12, 4)
    assert reply_due(received, Calendar.national()).provisional
    assert not reply_due(received, Calendar.national().with_notice(FIRST_WEEK_OFF)).provisional


def test_before_the_revision_no_article_of_the_revised_regulation_is_named() -> None:
    steps = reply_due(dt.date(2019, 5, 14), Calendar.national()).steps
    assert steps[0].why == "星期二，收到申请之日，当日不计算在内"
    assert "第492号" in steps[-1].why
    assert not any("711" in step.why for step in steps)
    assert "第三十一条" in reply_due(dt.date(2019, 5, 15), Calendar.national()).steps[0].why


def test_days_that_somebody_set_rest_on_no_article() -> None:
    found = reply_due(dt.date(2026, 3, 2), Calendar.national(), 7)
    assert found.article == ""
    assert found.steps[-1].why == "星期三，第7个工作日，自行指定的7个工作日届满"
    assert "第三十三条" in reply_due(dt.date(2026, 3, 2), Calendar.national(), 20).article


def test_before_there_was_a_period_it_is_said() -> None:
    with pytest.raises(NotAllowed, match=r"2008年5月1日起施行.*核对"):
        reply_due(dt.date(2008, 4, 30), Calendar.national())


def test_the_first_day_may_count() -> None:
    settings = Settings.default().using({"A2": "same"})
    assert reply_due(dt.date(2026, 3, 2), Calendar.national(), None, settings).strict == dt.date(2026, 3, 27)


@pytest.mark.parametrize(("choice", "strict", "lenient"), [
    ("both", 18, 21), ("strict", 18, 18), ("lenient", 21, 21),
])  # fmt: skip
def test_a_day_of_rest_by_setting(choice: str, strict: int, lenient: int) -> None:
    settings = Settings.default().using({"receipt.weekend": choice})
    found = reply_due(dt.date(2026, 11, 21), Calendar.national(), None, settings)
    assert (found.strict.day, found.lenient.day) == (strict, lenient)
