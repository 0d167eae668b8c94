"""Applications as tests need them: filed, and led through their life by entries."""

from __future__ import annotations

import datetime as dt
from typing import Any

from gongkai.ledger.applications import Applicant
from gongkai.statute.events import Channel, Event, Kind
from gongkai.web.applications.actions.enter import enter
from gongkai.web.applications.actions.file import Filing, file
from gongkai.web.applications.cases import CaseState, state_of
from gongkai.web.applications.models import Application
from tests.web.offices import Office

ZONE = dt.timezone(dt.timedelta(hours=8))
DAY = dt.date(2026, 3, 2)
NAME, NUMBER, PHONE = "申请人子丑", "110101199003070000", "13800007777"
"""Invented; the identity number has a wrong check digit on purpose, so that it can belong to nobody."""


def at(day: dt.date, hour: int = 10) -> dt.datetime:
    """A time on that day in China."""
    return dt.datetime.combine(day, dt.time(hour), ZONE)


def filed(
    office: Office, channel: Channel = Channel.IN_PERSON, on: dt.date = DAY, **more: Any
) -> tuple[Application, str]:
    """An application of a natural person, registered by the handler; with its query code."""
    values = {"name": NAME, "document_kind": "resident", "document_number": NUMBER, "phone": PHONE}
    values |= {"request": "临溪县2025年法律援助经费决算表", "matter": "法律援助经费决算"}
    filing = Filing(channel, on, str(Applicant.NATURAL_PERSON), values | more.pop("values", {}), **more)
    return file(office.actor("handler"), office.organ, filing, at(on))


def entered(
    office: Office, application: Application, kind: Kind, on: dt.date, role: str = "office_head", **more: Any
) -> CaseState:
    """One more thing happened to the case on that day, entered the same day."""
    seen = state_of(application, on).position
    return enter(office.actor(role), application, Event(kind, on, **more), seen, at(on))
