"""What is due comes first: own password, then second factor; no page can be reached past it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import get_resolver
from django.utils import timezone

from gongkai.web.people.models import Person
from gongkai.web.people.steps import PASSWORD as STEP_PASSWORD
from gongkai.web.people.steps import (
    SECOND_FACTOR,
    due,
    has_second_factor,
    needs_second_factor,
    password_is_old,
)
from tests.security.test_matrix import office_routes
from tests.web.offices import PASSWORD, Office
from tests.web.people.codes import bound, code_at

ANY = "00000000-0000-4000-8000-000000000000"


def addresses() -> list[str]:
    """Every address of the office, with something filled in."""
    import re

    out = [
        re.sub(r"<slug:\w+>", "phone", re.sub(r"<uuid:\w+>", ANY, route))
        for route, _ in office_routes(get_resolver().url_patterns)
    ]
    return ["/" + one for one in out]


def first_password(person: Person) -> None:
    person.password_set_by = "somebody else"
    person.save()


@pytest.mark.parametrize("method", ["get", "post"])
def test_nothing_before_the_own_password(office: Office, method: str) -> None:
    first_password(office.person("system_administrator"))
    client = office.client("system_administrator")
    for address in addresses():
        response = getattr(client, method)(address)
        free = address.startswith((STEP_PASSWORD, "/office/sign-"))
        if not free:
            assert response.status_code == 302, address
            assert response.headers["Location"] == STEP_PASSWORD, address
        if address == "/office/sign-out/":
            client = office.client("system_administrator")


def test_nothing_before_the_second_factor(office: Office, settings: Any) -> None:
    settings.SECOND_FACTOR = "required"
    client = office.client("handler")
    for address in addresses():
        if not address.startswith((SECOND_FACTOR, "/office/sign-")):
            assert client.get(address).headers["Location"] == SECOND_FACTOR, address


def test_first_the_password_then_the_second_factor_then_the_start_page(office: Office, settings: Any) -> None:
    settings.SECOND_FACTOR = "required"
    person = office.person("handler")
    first_password(person)
    client = Client(SERVER_NAME="localhost")
    client.post("/office/sign-in/", {"login": person.login, "password": PASSWORD})
    assert client.get("/office/").headers["Location"] == STEP_PASSWORD
    form = {"present": PASSWORD, "new": "My-Own-Word-26", "again": "My-Own-Word-26"}
    assert client.post(STEP_PASSWORD, form).status_code == 302
    assert client.get("/office/").headers["Location"] == SECOND_FACTOR
    assert (
        client.post(SECOND_FACTOR, {"present": "My-Own-Word-26"}).headers["Location"]
        == SECOND_FACTOR + "bind/"
    )
    page = client.get(SECOND_FACTOR + "bind/").content.decode()
    assert "data:image/svg+xml" in page
    row = person.second_factors.get()
    response = client.post(SECOND_FACTOR + "bind/", {"code": code_at(row, timezone.now())})
    assert response.content.decode().count("<li><code>") == 10
    assert client.get("/office/").status_code == 200
    assert client.get(SECOND_FACTOR + "bind/").status_code == 302, "the secret is not shown again"


@pytest.mark.parametrize(
    ("setting", "role", "needed"),
    [
        ("required", "handler", True),
        ("required", "system_administrator", True),
        ("administrators", "handler", False),
        ("administrators", "audit_administrator", True),
        ("optional", "system_administrator", False),
    ],
)
def test_who_needs_a_second_factor(
    office: Office, settings: Any, setting: str, role: str, needed: bool
) -> None:
    settings.SECOND_FACTOR = setting
    person, actor = office.person(role), office.actor(role)
    assert needs_second_factor(actor) is needed
    assert (due(person, actor, timezone.now()) == SECOND_FACTOR) is needed
    bound(person, timezone.now())
    assert has_second_factor(person)
    assert due(person, actor, timezone.now()) is None


@pytest.mark.parametrize(
    ("policy", "days", "old"), [("dengbao", 89, False), ("dengbao", 90, True), ("asvs", 4000, False)]
)
def test_the_age_of_a_password(office: Office, settings: Any, policy: str, days: int, old: bool) -> None:
    settings.SIGN_IN_POLICY, settings.SIGN_IN_FIGURES = policy, {}
    person = office.person("handler")
    now = person.password_set_at + dt.timedelta(days=days)
    assert password_is_old(person, now) is old
    assert (due(person, office.actor("handler"), now) == STEP_PASSWORD) is old
