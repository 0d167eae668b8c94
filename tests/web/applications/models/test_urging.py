"""Urgings stand in the order in which they were made."""

from __future__ import annotations

import datetime as dt

from gongkai.web.applications.models.urging import Urging
from tests.web.applications.lives import DAY, at, filed
from tests.web.offices import Office


def test_the_order(office: Office) -> None:
    one, _ = filed(office)
    for days in (3, 1):
        day = DAY + dt.timedelta(days)
        Urging.objects.create(
            organ=office.organ, application=one, on=day, text=str(days), by="test", at=at(day)
        )
    assert [row.text for row in Urging.objects.for_organ(office.organ)] == ["1", "3"]
