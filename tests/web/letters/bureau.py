"""The invented bureau with all that its letters tell of it, and a kind of case to write letters for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from gongkai.web.letters import providers
from gongkai.web.letters.actions.draft import draft
from gongkai.web.letters.models import Letter
from gongkai.web.letters.providers import Provider, register
from gongkai.web.organs.models import DisclosureOffice, OrganRelation, RemedyBody
from tests.letters.letter_cases import case
from tests.web.offices import FIRST_DAY, Office

DAY = dt.date(2026, 3, 25)
NOW = dt.datetime(2026, 3, 25, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=8)))
SUBJECT = "invented/2026-0031"
ORGAN = {
    "organ", "organ_kind", "government", "superior", "court", "office", "office_phone", "office_address",
    "office_postcode", "number",
}  # fmt: skip
"""What the organ's records and the numbering give."""


def equip(office: Office) -> None:
    """The bureau's relations, its contact block and its court, on record."""
    organ = office.organ
    for kind, name in (("government", "临溪县人民政府"), ("superior", "云州市司法局")):
        OrganRelation.objects.create(organ=organ, since=FIRST_DAY, kind=kind, name=name)
    DisclosureOffice.objects.create(
        organ=organ,
        since=FIRST_DAY,
        name="临溪县司法局办公室",
        address="临溪县安和路1号",
        hours="工作日",
        phone="0900-5550101",
        postcode="099900",
    )
    RemedyBody.objects.create(organ=organ, since=FIRST_DAY, kind="court", name="临溪县人民法院")


def facts(kind: str, nth: int = 0, **other: Any) -> dict[str, Any]:
    """What a clerk adds for a document, of an invented case."""
    return {key: value for key, value in case(kind, nth).facts.items() if key not in ORGAN} | other


@contextmanager
def cases_known(**told: Any) -> Iterator[None]:
    """Make cases of the prefix ``invented`` known, for a while."""
    usual: dict[str, Any] = {
        "words": lambda key: f"申请{key}",
        "facts": lambda organ, key, kind, day: {"registration_number": key},
        "may_read": lambda actor, key: True,
        "may_draft": lambda actor, key: True,
        "address": lambda key: f"/office/invented/{key}/",
    }
    before = dict(providers._PROVIDERS)
    register("invented", Provider(**(usual | told)))
    try:
        yield
    finally:
        providers._PROVIDERS.clear()
        providers._PROVIDERS.update(before)


def drafted(office: Office, kind: str = "D13", subject: str = SUBJECT, **other: Any) -> Letter:
    """A draft by the handler."""
    return draft(office.actor("handler"), subject, kind, facts(kind, **other), on=DAY, now=NOW)


PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\nxref\n0 4\n0000000000 65535 f \n"
    b"0000000009 00000 n \n0000000054 00000 n \n0000000105 00000 n \ntrailer<</Size 4/Root 1 0 R>>\n"
    b"startxref\n174\n%%EOF\n"
)
"""A page without anything on it, as a scan stands for one here."""
