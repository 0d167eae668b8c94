"""Leaving and handing over on one page."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from gongkai.web.people.models import HandOver, Person
from tests.web.offices import Office


def test_leaving_today(office: Office) -> None:
    person, taker, today = office.person("handler"), office.person("reviewer"), timezone.localdate()
    client, address = office.client("system_administrator"), f"/office/people/{person.pk}/leave/"
    assert "承办员" in client.get(address).content.decode()
    form = {"last_day": str(today), "taker": str(taker.pk), "reason": "调离"}
    assert client.post(address, form).status_code == 302
    row = HandOver.objects.get()
    assert (row.giver, row.taker, row.on) == (person, taker, today + dt.timedelta(1))
    text = client.get(f"/office/people/{person.pk}/").content.decode()
    assert "移交给" in text
    assert "移交工作的人曾担任：承办员" in client.get(f"/office/people/{taker.pk}/").content.decode()


def test_the_head_hands_over_but_lets_nobody_leave(office: Office) -> None:
    person, taker = office.person("handler"), office.person("reviewer")
    client, address = office.client("office_head"), f"/office/people/{person.pk}/leave/"
    form = {"last_day": str(timezone.localdate()), "taker": str(taker.pk), "reason": "轮岗"}
    assert client.post(address, form).status_code == 302
    assert Person.objects.get(pk=person.pk).left_on is None


def test_what_is_refused(office: Office, other_office: Office) -> None:
    person = office.person("handler")
    client, address = office.client("system_administrator"), f"/office/people/{person.pk}/leave/"
    elsewhere = str(other_office.person("handler").pk)
    for form in ({"reason": "x"}, {"taker": elsewhere, "reason": "x"}, {"last_day": "x", "reason": "x"}):
        assert client.post(address, form).status_code == 400
    assert not HandOver.objects.exists()
