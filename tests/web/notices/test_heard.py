"""A pause in signing in is told to the security administrators, work handed over to who takes it."""

from __future__ import annotations

import datetime as dt

from django.test import Client
from django.utils import timezone

from gongkai.web.notices.heard import tell_of_work
from gongkai.web.notices.models import Notice
from gongkai.web.people.actions.hand_over import hand_over
from gongkai.web.people.models import HandOver
from tests.web.offices import Office


def test_a_pause_is_told_once_and_only_in_the_organ(office: Office, other_office: Office) -> None:
    office.person("security_administrator")
    other_office.person("security_administrator")
    login = {"login": office.person("handler").login, "password": "wrong"}
    for _ in range(8):
        Client(SERVER_NAME="localhost").post("/office/sign-in/", login)
    notice = Notice.objects.get()
    assert notice.person == office.person("security_administrator")
    assert office.person("handler").name in notice.title
    assert "127.0.0.1" not in notice.text


def test_who_takes_over_is_told_how_much(office: Office) -> None:
    giver, taker, now = office.person("handler"), office.person("reviewer"), timezone.now()
    row = hand_over(office.actor("system_administrator"), giver, taker, now, on=now.date(), reason="轮岗")
    assert row is not None
    assert not Notice.objects.exists(), "there was no work to take"
    row.items = {"cases": ["1", "2"], "roles": ["3"]}
    tell_of_work(row, now + dt.timedelta(1))
    assert Notice.objects.get().person == taker
    assert "2件" in Notice.objects.get().title
    assert HandOver.objects.count() == 1
