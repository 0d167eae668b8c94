"""Electronic letters: received when opened, sent by post when left unopened too long (A24)."""

from __future__ import annotations

import datetime as dt

from gongkai.statute.delivery import electronic
from gongkai.statute.settings import Settings
from gongkai.statute.working_days import Calendar

DAY, CALENDAR = dt.date, Calendar.national()
SENT = DAY(2026, 4, 28)


def test_it_is_received_when_it_is_opened() -> None:
    found = electronic(SENT, DAY(2026, 4, 29), CALENDAR)
    assert found.received_on == DAY(2026, 4, 29)
    assert not found.to_be_posted(DAY(2026, 12, 31))


def test_unopened_for_five_working_days_it_goes_by_post() -> None:
    found = electronic(SENT, None, CALENDAR)
    assert found.received_on is None
    assert found.post_after == DAY(2026, 5, 8)  # 29 and 30 April, 6 to 8 May
    assert not found.to_be_posted(DAY(2026, 5, 8))
    assert found.to_be_posted(DAY(2026, 5, 9))


def test_the_days_are_a_setting() -> None:
    assert electronic(SENT, None, CALENDAR, Settings.default().using({"A24": 1})).post_after == DAY(
        2026, 4, 29
    )
