"""The pattern that holds on a day."""

from __future__ import annotations

import datetime as dt

from gongkai.letters.numbers import PATTERN
from gongkai.web.letters.models import Pattern
from tests.web.letters.bureau import DAY, NOW
from tests.web.offices import Office


def test_it_holds_from_its_day_on(office: Office, other_office: Office) -> None:
    one = Pattern.objects.create(organ=office.organ, since=DAY, prefix="临司", set_by="t", set_at=NOW)
    assert one.pattern == PATTERN
    assert Pattern.objects.for_organ(office.organ).on(DAY).get() == one
    assert not Pattern.objects.for_organ(office.organ).on(DAY - dt.timedelta(days=1)).exists()
    assert not Pattern.objects.for_organ(other_office.organ).on(DAY).exists()
