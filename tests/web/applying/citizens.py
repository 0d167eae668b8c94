"""What an invented citizen types: everything that is asked for, with no real number in it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.test import Client
from django.utils import timezone

from gongkai.ledger.applications import Applicant
from gongkai.statute.events import Kind
from gongkai.web.applications.cases import CaseState, state_of
from gongkai.web.applications.models import Application
from gongkai.web.applying.actions.hold import hold
from gongkai.web.applying.actions.submit import submit
from gongkai.web.applying.holding import NOTHING, Given, Holding, for_filing
from gongkai.web.applying.keys import new_key, pass_for
from tests.web.applications.lives import entered
from tests.web.offices import Office

REQUEST = "临溪县2025年法律援助经费决算表"
PERSON = {
    "name": "申请人子丑",
    "document_kind": "passport",
    "document_number": "E00000000",
    "phone": "13800007777",
    "request": REQUEST,
    "provide_as": "file",
    "get_by": "online",
}
"""Passes every check."""
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00\x90wS\xde"
    b"\x00\x00\x00\x0cIDATx\x9cc\xf8\xff\xff?\x00\x05\xfe\x02\xfe\xa75\x81\x84\x00\x00\x00\x00IEND\xaeB`\x82"
)
"""A picture of one white point."""


EXE = b"MZ\x90\x00" + b"\x00" * 200
"""No gate lets a program pass."""
HERE = "192.0.2.20"


def picture(number: int) -> bytes:
    """A picture unlike the others."""
    return PNG + bytes([number])


def held_for(
    office: Office, *files: tuple[str, bytes], now: dt.datetime, given: Given = NOTHING, address: str = HERE
) -> Holding:
    """Files of a form of this office that came back with a question."""
    return hold(office.organ, for_filing(office.organ), given, files, address=address, now=now)


def typed(**other: Any) -> dict[str, Any]:
    """A form as a citizen sends it, with a key of its own."""
    return PERSON | {"key": new_key()} | other


def nobody(**more: Any) -> Client:
    """A browser without cookies."""
    return Client(SERVER_NAME="localhost", **more)


def cited(office: Office, **other: Any) -> tuple[Application, str]:
    """An application filed over the internet by an invented citizen, with its code."""
    found = submit(
        office.organ, str(Applicant.NATURAL_PERSON), PERSON | other, new_key(), files=(), now=timezone.now()
    )
    return found.application, found.code


def today(office: Office, one: Application, kind: Kind, **more: Any) -> CaseState:
    """One more thing happened to the case today."""
    return entered(office, one, kind, timezone.localdate(), **more)


def confirmed(office: Office, **other: Any) -> tuple[Application, str]:
    """The same, confirmed by both sides."""
    one, code = cited(office, **other)
    today(office, one, Kind.RECEIVED)
    return one, code


def at_the_case(one: Application, **more: Any) -> dict[str, Any]:
    """What a form on the page of the case sends: the pass, the last entry seen, and more."""
    seen = state_of(one, timezone.localdate()).position
    return {"pass": pass_for(one), "seen": seen} | more
