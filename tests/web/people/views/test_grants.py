"""Granting, taking back, resetting: the security administrator's pages, with the three administrators kept apart."""

from __future__ import annotations

import pytest
from django.utils import timezone

from gongkai.web.people.actors import roles_of
from gongkai.web.people.models import Person, RoleGrant
from tests.web.offices import PASSWORD, Office


def address(office: Office, role: str, what: str) -> str:
    return f"/office/people/{office.person(role).pk}/{what}/"


def form(role: str) -> dict[str, str]:
    return {"role": role, "since": str(timezone.localdate())}


def test_a_role_granted_and_taken_back(office: Office) -> None:
    client, today = office.client("security_administrator"), timezone.localdate()
    assert client.post(address(office, "handler", "grants"), form("publisher")).status_code == 302
    assert roles_of(office.person("handler"), today) == {"handler", "publisher"}
    row = RoleGrant.objects.get(role="publisher")
    response = client.post(f"/office/grants/{row.pk}/end/")
    assert response.headers["Location"] == f"/office/people/{office.person('handler').pk}/"
    assert roles_of(office.person("handler"), today) == {"handler"}


@pytest.mark.parametrize("role", ["system_administrator", "security_administrator", "audit_administrator"])
def test_what_excludes_is_not_offered_and_refused(office: Office, role: str) -> None:
    client = office.client("security_administrator")
    text = client.get(address(office, "handler", "grants")).content.decode()
    assert "三员分立" in text
    assert f'<option value="{role}"' not in text
    assert client.post(address(office, "handler", "grants"), form(role)).status_code == 400
    assert roles_of(office.person("handler"), timezone.localdate()) == {"handler"}


def test_not_to_oneself(office: Office) -> None:
    response = office.client("security_administrator").post(
        address(office, "security_administrator", "grants"), form("security_administrator")
    )
    assert response.status_code == 400
    assert "不能给自己授予" in response.content.decode()


def test_a_unit_of_elsewhere(office: Office, other_office: Office) -> None:
    client = office.client("security_administrator")
    wrong = form("publisher") | {"unit": str(other_office.unit.pk)}
    assert client.post(address(office, "handler", "grants"), wrong).status_code == 400


def test_resetting(office: Office) -> None:
    client = office.client("security_administrator")
    assert "先核实" in client.get(address(office, "handler", "reset")).content.decode()
    assert "只显示这一次" in client.post(address(office, "handler", "reset")).content.decode()
    assert not Person.objects.get(pk=office.person("handler").pk).check_password(PASSWORD)
    assert client.post(address(office, "security_administrator", "reset")).status_code == 400
