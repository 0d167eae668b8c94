"""Sessions: idle and absolute limits by a faked clock, ended by a new password, from elsewhere, by an administrator."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.test import Client, RequestFactory
from django.utils import timezone

from gongkai.web.audit.models import AuditLine
from gongkai.web.people.models import SignIn
from gongkai.web.people.policy import policy
from gongkai.web.people.sessions import browser_of, end_all
from tests.web.offices import PASSWORD, Office

START = dt.datetime(2026, 3, 2, 1, 0, tzinfo=dt.UTC)


class Clock:
    """The time that Django tells, moved by hand."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> dt.datetime:
        return self.now

    def forward(self, **more: float) -> None:
        self.now += dt.timedelta(**more)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    one = Clock()
    monkeypatch.setattr(timezone, "now", one)
    return one


@pytest.fixture(params=["dengbao", "asvs"])
def chosen(request: pytest.FixtureRequest, settings: Any) -> None:
    settings.SIGN_IN_POLICY, settings.SIGN_IN_FIGURES = request.param, {"days": 0}


def signed_in(office: Office, role: str = "handler") -> Client:
    client = Client(SERVER_NAME="localhost")
    login = {"login": office.person(role).login, "password": PASSWORD}
    assert client.post("/office/sign-in/", login).headers["Location"] == "/office/"
    return client


def lasts(client: Client) -> bool:
    return client.get("/office/").status_code == 200


def test_idle_for_too_long(office: Office, clock: Clock, chosen: None) -> None:
    client = signed_in(office)
    clock.forward(minutes=policy().idle_minutes - 1)
    assert lasts(client)
    clock.forward(minutes=policy().idle_minutes - 1)
    assert lasts(client), "each click counts anew"
    clock.forward(minutes=policy().idle_minutes)
    response = client.get("/office/own/")
    assert response.headers["Location"] == "/office/sign-in/?next=/office/own/"
    assert not lasts(client)


def test_no_session_for_ever(office: Office, clock: Clock, chosen: None) -> None:
    client = signed_in(office)
    minutes = 0
    while lasts(client):
        clock.forward(minutes=9)
        minutes += 9
    assert abs(minutes - policy().session_hours * 60) <= 9


def test_an_old_session_id_does_not_come_back(office: Office, clock: Clock) -> None:
    client = signed_in(office)
    stolen = client.cookies["gongkai"].value
    client.post("/office/sign-out/")
    thief = Client(SERVER_NAME="localhost")
    thief.cookies["gongkai"] = stolen
    assert not lasts(thief)


def test_each_sign_in_has_a_row(office: Office, clock: Clock) -> None:
    client = signed_in(office)
    row = SignIn.objects.get(person=office.person("handler"))
    assert (row.began_at, row.ended_at, row.way) == (START, None, "口令")
    clock.forward(minutes=5)
    client.post("/office/sign-out/")
    row.refresh_from_db()
    assert row.ended_at == clock.now


def test_a_new_password_ends_the_others_and_not_this_one(office: Office) -> None:
    here, there = signed_in(office), signed_in(office)
    form = {"present": PASSWORD, "new": "Changed-It-2026", "again": "Changed-It-2026"}
    assert here.post("/office/own/password/", form).status_code == 302
    assert lasts(here)
    assert not lasts(there)
    assert SignIn.objects.filter(person=office.person("handler"), ended_at=None).count() == 1


def test_out_everywhere(office: Office) -> None:
    here, there, other = signed_in(office), signed_in(office), signed_in(office, "reviewer")
    response = here.post("/office/own/sign-ins/end/")
    assert "cookies" in response.headers["Clear-Site-Data"]
    assert (lasts(here), lasts(there), lasts(other)) == (False, False, True)
    assert AuditLine.objects.get(act="people.sign_out_everywhere").data == {"sessions": 2}


def test_ended_from_the_server(office: Office) -> None:
    client = signed_in(office)
    assert end_all(office.person("handler"), timezone.now()) == 1
    assert not lasts(client)


def test_a_session_without_its_row_does_not_hold(office: Office) -> None:
    client = signed_in(office)
    SignIn.objects.all().delete()
    assert not lasts(client)


def test_another_persons_row_does_not_hold_it(office: Office) -> None:
    client, other = signed_in(office), signed_in(office, "reviewer")
    session = client.session
    session["sign_in"] = other.session["sign_in"]
    session.save()
    assert not lasts(client)


def test_the_row_is_not_written_at_every_click(
    office: Office, clock: Clock, django_assert_max_num_queries: Any
) -> None:
    client = signed_in(office)
    clock.forward(seconds=10)
    lasts(client)
    assert SignIn.objects.get().seen_at == START
    clock.forward(seconds=30)
    lasts(client)
    assert SignIn.objects.get().seen_at == clock.now


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        (
            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120 Safari/537.36 Edg/120",
            "Edge，Windows",
        ),
        ("Mozilla/5.0 (Linux; Android 13) Chrome/120 Mobile Safari/537.36", "Chrome，安卓"),
        ("<script>alert(1)</script>", "其他浏览器，其他系统"),
        ("", "其他浏览器，其他系统"),
    ],
)
def test_the_browser_in_words(agent: str, words: str) -> None:
    assert browser_of(RequestFactory().get("/", HTTP_USER_AGENT=agent)) == words
