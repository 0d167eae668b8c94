"""Who is signed in, and who no longer is; 年报体检 needs neither session nor database."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from gongkai.web.people.sign_in import People
from tests.web.offices import PASSWORD, Office


def test_login_and_password(office: Office) -> None:
    person = office.person("handler")
    backend = People()
    assert backend.authenticate(None, username=person.login, password=PASSWORD) == person
    assert backend.authenticate(None, username=person.login, password="wrong") is None
    assert backend.authenticate(None, username="nobody.here", password=PASSWORD) is None


def test_who_has_left_is_out_at_the_next_request(office: Office) -> None:
    client, person = office.client("handler"), office.person("handler")
    assert client.get("/office/").status_code == 200
    person.left_on = timezone.localdate() - dt.timedelta(1)
    person.save()
    assert client.get("/office/").status_code == 302
    assert People().authenticate(None, username=person.login, password=PASSWORD) is None


def test_an_id_that_is_none(db: None) -> None:
    assert People().get_user("not-a-uuid") is None


def test_the_public_page_asks_no_database(browser: Client) -> None:
    # No mark for the database here: a query would fail the test.
    response = browser.get("/")
    assert response.status_code == 200
    assert not response.cookies


@pytest.mark.django_db
def test_a_cookie_of_the_office_changes_nothing_outside(office: Office) -> None:
    client = office.client("handler")
    response = client.get("/")
    assert office.person("handler").name not in response.content.decode()
