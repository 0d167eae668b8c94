"""An event says what happened on which day, and cannot be changed."""

from __future__ import annotations

import datetime as dt
from dataclasses import FrozenInstanceError

import pytest

from gongkai.statute.events import Event, Kind


def test_an_event_is_immutable_and_bare_by_default() -> None:
    one = Event(Kind.RECEIVED, dt.date(2026, 3, 2))
    assert (one.channel, one.until, one.facts) == (None, None, ())
    with pytest.raises(FrozenInstanceError):
        one.on = dt.date(2026, 3, 3)  # type: ignore[misc]
    assert {one: 1}[Event(Kind.RECEIVED, dt.date(2026, 3, 2))] == 1
