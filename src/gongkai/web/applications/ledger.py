"""The door between the tables and the core: rows in, entries out. Nothing else reads or writes the rows'
data.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from typing import Any, NamedTuple
from uuid import UUID

from gongkai.ledger.applications import Applicant, ApplicationEntry
from gongkai.statute.events import Asked, Channel, Event, Kind
from gongkai.web.applications.models import ApplicationRow

_READERS: dict[str, Callable[[Any], Any]] = {
    "channel": Channel,
    "to": Asked,
    "notice_received_on": dt.date.fromisoformat,
    "until": dt.date.fromisoformat,
    "facts": tuple,
}
_EVENT = tuple(f.name for f in fields(Event) if f.name not in ("kind", "on"))


class Read(NamedTuple):
    """The columns of a row that an entry is made of."""

    subject: str
    position: int
    kind: str
    on: dt.date
    recorded_at: dt.datetime
    by: str
    data: dict[str, Any]
    organ_id: UUID


_OWN = ("applicant", "split_from", "together_with")


def data_of(event: Event, **own: str | None) -> dict[str, Any]:
    """What a row keeps of an event and of what opens a case: plain values, nothing for what is not there."""
    values = {name: getattr(event, name) for name in _EVENT} | own
    return {name: _plain(value) for name, value in values.items() if value not in (None, ())}


def _plain(value: Any) -> Any:
    if isinstance(value, dt.date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def event_of(row: ApplicationRow | Read) -> Event:
    """The event that a row holds."""
    values: dict[str, Any] = {
        name: _READERS[name](value) if name in _READERS else value
        for name, value in row.data.items()
        if name in _EVENT
    }
    return Event(kind=Kind(row.kind), on=row.on, **values)


def entry_of(row: ApplicationRow | Read) -> ApplicationEntry:
    """The entry of the core that a row holds."""
    own: dict[str, Any] = {name: row.data.get(name) for name in _OWN}
    if own["applicant"]:
        own["applicant"] = Applicant(own["applicant"])
    return ApplicationEntry(
        organ=str(row.organ_id),
        subject=row.subject,
        position=row.position,
        on=row.on,
        recorded_at=row.recorded_at,
        by=row.by,
        event=event_of(row),
        **own,
    )


def entries_of(rows: Iterable[ApplicationRow | Read]) -> Iterator[ApplicationEntry]:
    """The entries of these rows, in their order."""
    return (entry_of(row) for row in rows)
