"""Dates in sentences, as an office writes them; forms of exchange (JSON, CSV, the ledger as text) keep ISO.

>>> day_words(dt.date(2026, 3, 2)), with_weekday(dt.date(2026, 3, 30))
('2026年3月2日', '2026年3月30日（星期一）')

Source: GB/T 9704-2012, 7.3.5.4 (dates in Arabic digits, no leading nought).
"""

from __future__ import annotations

import datetime as dt

WEEKDAYS = "一二三四五六日"
"""By ``date.weekday()``."""


def day_words(day: dt.date) -> str:
    """2026年3月2日."""
    return f"{day.year}年{day.month}月{day.day}日"


def with_weekday(day: dt.date) -> str:
    """A day that somebody has to keep, with its weekday: 2026年3月30日（星期一）."""
    return f"{day_words(day)}（星期{WEEKDAYS[day.weekday()]}）"
