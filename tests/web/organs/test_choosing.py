"""What holds on a day is the last choice that had begun; before the first, and for what nobody chose, the default."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.statute.settings import Settings
from gongkai.values.errors import NotAllowed
from gongkai.web.organs.choosing import Choices, number_on, settings_on
from tests.web.offices import Office
from tests.web.organs.actions.test_choose import TOMORROW, chosen

DAY = dt.timedelta(1)


def test_from_its_day_on(office: Office, other_office: Office) -> None:
    chosen(office)
    chosen(office, value=20, since=TOMORROW + 9 * DAY)
    chosen(office, name="ext.reset", value=True)
    days = (TOMORROW - DAY, TOMORROW, TOMORROW + 8 * DAY, TOMORROW + 9 * DAY)
    assert [number_on(office.organ, "correction.days", day) for day in days] == [10, 15, 15, 20]
    found = Choices(office.organ)
    assert [found.settings(day).of("A6") for day in days] == [10, 15, 15, 20]
    assert [found.settings(day).of("A9") for day in days] == [False, True, True, True]
    assert settings_on(other_office.organ, TOMORROW) == Settings.default()


def test_the_later_word_for_the_same_day(office: Office) -> None:
    chosen(office, value=20)
    chosen(office, value=10, now=dt.datetime(2026, 3, 2, 10, tzinfo=dt.UTC))
    assert number_on(office.organ, "correction.days", TOMORROW) == 10


def test_no_such_option(office: Office) -> None:
    with pytest.raises(NotAllowed):
        Choices(office.organ).value("no.such", TOMORROW)
