"""The account of a stretch of days."""

from __future__ import annotations

import datetime as dt

from gongkai.statute.account import Left, Step, Stretch, account
from gongkai.statute.working_days import Calendar

DAY = dt.date


def test_each_day_has_its_reason() -> None:
    stretch = Stretch(DAY(2026, 5, 7), DAY(2026, 5, 12), "收到", "届满")
    left = [Left(DAY(2026, 5, 8), DAY(2026, 5, 9), "征求意见")]
    assert account(Calendar.national(), stretch, left) == (
        Step(DAY(2026, 5, 7), False, "星期四，收到"),
        Step(DAY(2026, 5, 8), True, "星期五，第1个工作日"),
        Step(DAY(2026, 5, 9), False, "星期六，劳动节调休上班，征求意见"),
        Step(DAY(2026, 5, 10), False, "星期日，休息日，不计"),
        Step(DAY(2026, 5, 11), True, "星期一，第2个工作日"),
        Step(DAY(2026, 5, 12), True, "星期二，第3个工作日，届满"),
    )


def test_a_stretch_that_ends_nowhere_has_no_last_words() -> None:
    steps = account(Calendar.national(), Stretch(DAY(2026, 5, 11), DAY(2026, 5, 12), "收到", ""))
    assert steps[-1].why == "星期二，第1个工作日"


def test_a_day_of_an_unknown_year_is_provisional() -> None:
    steps = account(Calendar.national(), Stretch(DAY(2026, 12, 31), DAY(2027, 1, 1), "收到", ""))
    assert steps[-1].why == "星期五，元旦放假，不计（2027年放假安排尚未载入，暂定）"
