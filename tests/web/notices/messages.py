"""A message for the tests of the carriers, and telling people in tests."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone

from gongkai.web.notices.actions.tell import tell
from gongkai.web.notices.carriers.carrier import Message
from gongkai.web.people.models import Person
from tests.web.offices import Office

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.timezone(dt.timedelta(hours=8)))
"""A Monday at noon in Beijing."""
NIGHT = dt.datetime(2026, 3, 6, 22, tzinfo=dt.timezone(dt.timedelta(hours=8)))
"""The Friday night after it."""


def message(**more: Any) -> Message:
    """A message; ``more`` changes values of it."""
    values: dict[str, Any] = {
        "id": "0f0e0d0c-0000-4000-8000-000000000001",
        "kind": "due.soon",
        "organ": "临溪县司法局（示例）",
        "address": "somebody@office.example",
        "title": "期限将至：临司公开〔2026〕3号",
        "text": "请尽快办理。",
        "link": "http://127.0.0.1:8000/office/",
        "made_at": NOON,
    }
    return Message(**(values | more))


def reachable(office: Office, role: str, number: int = 1) -> Person:
    """The person of that role with a mail address."""
    person = office.person(role, number)
    person.seal("email", f"{role.replace('_', '-')}{number}@office.example")
    person.save(update_fields=["email"])
    return person


def told(
    office: Office,
    people: list[Person],
    kind: str = "due.soon",
    now: dt.datetime = NOON,
    key: str = "k",
    **more: Any,
) -> int:
    """Tell people of the office in a transaction of its own."""
    with transaction.atomic():
        return tell(office.organ, people, kind, now, key=key, **more)


def now() -> dt.datetime:
    """The moment of the test."""
    return timezone.now()
