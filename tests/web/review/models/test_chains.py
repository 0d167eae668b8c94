"""A chain row holds from a day to another."""

from __future__ import annotations

import datetime as dt

from gongkai.web.review.models import ReviewChain

DAY = dt.date(2026, 3, 2)


def test_days() -> None:
    row = ReviewChain(since=DAY, until=DAY + dt.timedelta(days=1))
    assert row.holds_on(DAY)
    assert not row.holds_on(DAY + dt.timedelta(days=1))
