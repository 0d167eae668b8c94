"""What holds for an organ."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.web.notices.patterns import delivery_of, texts_of, working_days_of
from tests.web.offices import Office


@pytest.mark.django_db
def test_without_rows_the_shipped_hold(office: Office) -> None:
    kind, title, text = texts_of(office.organ, "due.soon")
    assert (title, text) == (kind.title, kind.text)
    assert delivery_of(office.organ).organ_id == office.organ.pk


@pytest.mark.django_db
def test_working_days_know_the_festival_and_go_on_beyond_the_calendar(office: Office) -> None:
    is_working = working_days_of(office.organ)
    assert not is_working(dt.date(2026, 2, 17))
    assert is_working(dt.date(2026, 2, 14)), "a Saturday that is worked"
    assert [is_working(dt.date(2300, 1, day)) for day in range(1, 8)].count(True) == 5
