"""The pages of standing in: for oneself, and for others by the system administrator."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from gongkai.web.people.models import Delegation
from tests.web.offices import Office


def form(office: Office, deputy: object, **more: str) -> dict[str, str]:
    today = timezone.localdate()
    return {
        "deputy": str(deputy),
        "since": str(today),
        "until": str(today + dt.timedelta(2)),
        "reason": "出差",
    } | more


def test_for_oneself_the_last_day_counts(office: Office) -> None:
    deputy = office.person("reviewer")
    response = office.client("leader").post("/office/own/delegations/", form(office, deputy.pk))
    assert response.headers["Location"] == "/office/own/"
    assert Delegation.objects.get().until == timezone.localdate() + dt.timedelta(3)
    assert "您代" in office.client("reviewer").get("/office/own/").content.decode()


def test_what_is_refused(office: Office, other_office: Office) -> None:
    client = office.client("leader")
    yesterday = str(timezone.localdate() - dt.timedelta(1))
    for wrong in (
        form(office, other_office.person("handler").pk),
        form(office, office.person("leader").pk),
        form(office, office.person("security_administrator").pk),
        form(office, office.person("handler").pk, until=yesterday),
        form(office, ""),
    ):
        assert client.post("/office/own/delegations/", wrong).status_code == 400
    assert not Delegation.objects.exists()


def test_ending(office: Office) -> None:
    office.client("leader").post("/office/own/delegations/", form(office, office.person("reviewer").pk))
    row = Delegation.objects.get()
    address = f"/office/delegations/{row.pk}/end/"
    assert office.client("handler").post(address).status_code == 404
    assert office.client("leader").post(address).headers["Location"] == "/office/own/"
    row.refresh_from_db()
    assert row.until == timezone.localdate()


def test_the_administrator_for_another(office: Office) -> None:
    leader = office.person("leader")
    address = f"/office/people/{leader.pk}/delegations/"
    client = office.client("system_administrator")
    assert client.post(address, form(office, office.person("handler").pk)).status_code == 302
    row = Delegation.objects.get()
    assert row.principal == leader
    assert (
        client.post(f"/office/delegations/{row.pk}/end/").headers["Location"]
        == f"/office/people/{leader.pk}/"
    )
