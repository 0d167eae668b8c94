"""The calculator: what somebody fills in becomes the events of a case, and the core's clock counts.

Nothing is decided here, nothing is kept. What was open at the last day given counts as open.

>>> import datetime as dt
>>> values = {"received": dt.date(2026, 9, 18), "extended_on": dt.date(2026, 10, 9), "extended_days": 20}
>>> str(counted(values, dt.date(2026, 10, 9), Calendar.national()).strict)
'2026-11-19'

Source: 条例 arts. 30–37, 42, through ``gongkai.statute.clocks``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from gongkai.statute.clocks import Clock, clock
from gongkai.statute.events import Asked, Channel, Event, Kind
from gongkai.statute.settings import Settings
from gongkai.statute.working_days import Calendar

ANYBODY = "机关负责人"
"""Who approved an extension that somebody only counts."""
PLAIN = {
    "notice_on": Kind.CORRECTION_NOTICE,
    "corrected_on": Kind.CORRECTED,
    "fee_on": Kind.FEE_NOTICE,
    "paid_on": Kind.FEE_PAID,
}
"""Days that stand for one event each."""


def events_of(values: Mapping[str, Any]) -> list[Event]:
    """The events that the days given stand for, in the order of their days."""
    return sorted(_events(values), key=lambda event: event.on)


def _events(values: Mapping[str, Any]) -> Iterator[Event]:
    yield Event(Kind.RECEIVED, values["received"], channel=Channel.IN_PERSON)
    for name, kind in PLAIN.items():
        if values.get(name):
            yield Event(kind, values[name])
    if values.get("asked_on"):
        yield Event(Kind.CONSULTATION_SENT, values["asked_on"], id="1", to=Asked.THIRD_PARTY)
        if values.get("answered_on"):
            yield Event(Kind.CONSULTATION_RETURNED, values["answered_on"], id="1")
    if values.get("extended_on"):
        days = values.get("extended_days")
        yield Event(Kind.EXTENDED, values["extended_on"], days=days, approved_by=ANYBODY)


def counted(values: Mapping[str, Any], today: dt.date, calendar: Calendar) -> Clock:
    """The clock over these events, on their last day, or on ``today`` where an answer is still awaited.

    Raises :class:`~gongkai.values.errors.NotAllowed` where the law refuses one of them at its place.
    """
    events = events_of(values)
    last = max(event.on for event in events)
    still = values.get("asked_on") and not values.get("answered_on")
    return clock(events, max(last, today) if still else last, calendar, Settings.default())
