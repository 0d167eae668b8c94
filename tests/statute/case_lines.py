"""Events written as lines: ``2026-03-09 consultation_sent id=a to=third_party``."""

from __future__ import annotations

import datetime as dt
import re

from gongkai.statute.events import Asked, Channel, Event, Kind

DAYS = ("notice_received_on", "until")
NUMBERS = ("days", "amount", "of")
ISO = re.compile(r"\d-\d\d-\d\d")
"""What no sentence may hold: a date that is not written as an office writes it."""


def event(line: str) -> Event:
    """The event of one line."""
    day, kind, *pairs = line.split()
    values: dict[str, object] = {}
    for pair in pairs:
        key, value = pair.split("=")
        if key in DAYS:
            values[key] = dt.date.fromisoformat(value)
        elif key in NUMBERS:
            values[key] = int(value)
        elif key == "channel":
            values[key] = Channel(value)
        elif key == "to":
            values[key] = Asked(value)
        elif key == "facts":
            values[key] = tuple(value.split(","))
        else:
            values[key] = value
    return Event(Kind(kind), dt.date.fromisoformat(day), **values)  # type: ignore[arg-type]


def events(lines: list[str]) -> list[Event]:
    """The events of some lines, in their order."""
    return [event(line) for line in lines]
