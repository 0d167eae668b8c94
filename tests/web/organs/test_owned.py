"""Rows of an organ are reached through the organ alone; dated rows hold on their days."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.web.organs.models import Officer
from tests.web.offices import Office

DAY = dt.date(2026, 3, 2)


def officer(office: Office, since: dt.date, until: dt.date | None = None) -> Officer:
    row: Officer = Officer.objects.create(
        organ=office.organ, duty="in_charge", name="甲", since=since, until=until
    )
    return row


def test_rows_of_one_organ(office: Office, other_office: Office) -> None:
    mine = officer(office, DAY)
    officer(other_office, DAY)
    assert list(Officer.objects.for_organ(office.organ)) == [mine]
    assert list(Officer.objects.for_organ(office.organ.pk)) == [mine]
    assert not Officer.objects.for_organ(None)


@pytest.mark.parametrize(
    ("day", "holds"),
    [(DAY - dt.timedelta(1), False), (DAY, True), (dt.date(2026, 5, 31), True), (dt.date(2026, 6, 1), False)],
)
def test_both_ends_of_a_dated_row(office: Office, day: dt.date, holds: bool) -> None:
    row = officer(office, DAY, dt.date(2026, 6, 1))
    assert Officer.objects.for_organ(office.organ).on(day).exists() is holds
    assert row.holds_on(day) is holds


def test_an_open_end(office: Office) -> None:
    assert officer(office, DAY).holds_on(dt.date(2036, 1, 1))
