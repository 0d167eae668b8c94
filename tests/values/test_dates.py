"""Dates as sentences have them."""

from __future__ import annotations

import datetime as dt
import re

from hypothesis import given
from hypothesis import strategies as st

from gongkai.values.dates import day_words, with_weekday


def test_days_have_no_leading_nought_and_periods_their_weekday() -> None:
    assert day_words(dt.date(2026, 3, 2)) == "2026年3月2日"
    assert day_words(dt.date(2026, 12, 31)) == "2026年12月31日"
    assert with_weekday(dt.date(2026, 2, 14)) == "2026年2月14日（星期六）"
    assert with_weekday(dt.date(2026, 2, 15)) == "2026年2月15日（星期日）"


@given(st.dates())
def test_every_day_can_be_read_back(day: dt.date) -> None:
    found = re.fullmatch(r"(\d+)年([1-9]\d?)月([1-9]\d?)日", day_words(day))
    assert found
    assert dt.date(*map(int, found.groups())) == day
