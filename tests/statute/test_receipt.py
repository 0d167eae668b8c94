"""The day of receipt by channel (art. 31), and the doubtful points A1 and A23."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.statute.events import Channel
from gongkai.statute.receipt import CONFIRMED, ITEMS, bases, receipt
from gongkai.statute.settings import Settings
from gongkai.statute.working_days import Calendar

MONDAY, NEXT_WEEK, SATURDAY = dt.date(2026, 5, 11), dt.date(2026, 5, 20), dt.date(2026, 11, 21)
CALENDAR = Calendar.national()


def found(
    channel: Channel | None, submitted: dt.date | None, received: dt.date | None, **changes: object
) -> object:
    settings = Settings.default().using({key.replace("_", "."): value for key, value in changes.items()})
    one = receipt(channel, submitted, received, CALENDAR, settings)
    return one and (one.strict, one.lenient)


def test_every_channel_has_its_item() -> None:
    assert set(ITEMS) == set(Channel)
    assert set(Channel) - CONFIRMED == {Channel.IN_PERSON, Channel.ORAL, Channel.REGISTERED_MAIL}


@pytest.mark.parametrize("channel", sorted(set(Channel) - CONFIRMED))
def test_handed_in_or_signed_for_is_receipt(channel: Channel) -> None:
    assert found(channel, MONDAY, None) == (MONDAY, MONDAY)
    assert found(channel, None, MONDAY) == (MONDAY, MONDAY)
    assert found(channel, MONDAY, NEXT_WEEK) == (MONDAY, MONDAY)


@pytest.mark.parametrize("channel", sorted(CONFIRMED))
def test_the_others_are_received_when_confirmed(channel: Channel) -> None:
    assert found(channel, MONDAY, None) == (MONDAY, None)
    assert found(channel, MONDAY, NEXT_WEEK) == (MONDAY, NEXT_WEEK)
    assert found(channel, None, NEXT_WEEK) == (NEXT_WEEK, NEXT_WEEK)
    assert found(channel, None, None) is None


def test_by_setting_one_day_decides_for_both() -> None:
    assert found(Channel.FAX, MONDAY, NEXT_WEEK, receipt_unconfirmed="submission") == (MONDAY, MONDAY)
    assert found(Channel.FAX, MONDAY, NEXT_WEEK, receipt_unconfirmed="confirmation") == (NEXT_WEEK, NEXT_WEEK)


def test_without_a_channel_only_the_receipt_counts() -> None:
    assert found(None, MONDAY, None) is None
    assert found(None, MONDAY, NEXT_WEEK) == (NEXT_WEEK, NEXT_WEEK)


def test_a_day_of_rest_moves_the_lenient_date() -> None:
    monday = SATURDAY + dt.timedelta(days=2)
    assert bases(SATURDAY, CALENDAR, Settings.default()) == (SATURDAY, monday)
    same = Settings.default().using({"A2": "same"})
    assert bases(MONDAY, CALENDAR, same) == (dt.date(2026, 5, 10), dt.date(2026, 5, 10))


def test_the_item_is_named() -> None:
    one = receipt(Channel.EMAIL, None, MONDAY, CALENDAR, Settings.default())
    assert one is not None
    assert one.article.endswith("第三十一条第（三）项")
