"""A case on a day: earlier days stay as they were; the region's days count."""

from __future__ import annotations

import datetime as dt

from gongkai.statute.events import Kind
from gongkai.web.applications.cases import calendar_of, rows_of, settings_of, state_of
from tests.web.applications.lives import DAY, entered, filed
from tests.web.offices import Office


def test_an_earlier_day_stays_as_it_was(office: Office) -> None:
    one, _ = filed(office)
    entered(office, one, Kind.DECIDED, DAY + dt.timedelta(9), decision="disclosed.supplied")
    assert str(state_of(one, DAY).stage) == "processing"
    assert str(state_of(one, DAY + dt.timedelta(9)).stage) == "decided"
    assert state_of(one, DAY - dt.timedelta(1)).clock is None
    assert Kind.DISPATCHED in state_of(one, DAY + dt.timedelta(9)).next_kinds
    assert [r.position for r in rows_of(one)] == [1, 2]


def test_the_strict_date_is_the_cores(office: Office) -> None:
    one, _ = filed(office)
    clock = state_of(one, DAY).clock
    assert clock is not None
    assert clock.strict == calendar_of(one).nth_after(DAY, 20)
    assert settings_of(one)
