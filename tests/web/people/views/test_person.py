"""A person's page: added with a first password shown once, changed, phone and mail looked at with a trace."""

from __future__ import annotations

import pytest
from django.utils import timezone

from gongkai.web.audit.models import AuditLine
from gongkai.web.limits.table import limit
from gongkai.web.people.models import Person
from tests.web.offices import Office

NEW = "/office/people/new/"


def form(**more: str) -> dict[str, str]:
    return {
        "name": "丁一",
        "login": "dingyi",
        "post": "科员",
        "phone": "13900001111",
        "joined_on": str(timezone.localdate()),
    } | more


def test_somebody_new(office: Office) -> None:
    client = office.client("system_administrator")
    response = client.post(NEW, form(unit=str(office.unit.pk), email="ding@example.cn"))
    assert response.status_code == 200
    person = Person.objects.get(login="linxi-sfj.dingyi")
    assert person.unit == office.unit
    assert person.opened("phone") == "13900001111"
    assert person.must_set_password
    shown = response.content.decode()
    password = shown.split('class="secret">')[1].split("<")[0]
    import html

    assert person.check_password(html.unescape(password))
    assert html.unescape(password) not in client.get(f"/office/people/{person.pk}/").content.decode()


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"login": "丁一"},
        {"login": "a b"},
        {"phone": "123"},
        {"email": "x"},
        {"joined_on": "明天"},
        {"unit": "x"},
    ],
)
def test_what_is_refused(office: Office, wrong: dict[str, str]) -> None:
    assert office.client("system_administrator").post(NEW, form(**wrong)).status_code == 400
    assert not Person.objects.filter(name="丁一").exists()


def test_a_login_of_ones_own_organ_once_and_of_another_unnoticed(
    office: Office, other_office: Office
) -> None:
    mine, theirs = office.client("system_administrator"), other_office.client("system_administrator")
    assert mine.post(NEW, form()).status_code == 200
    response = mine.post(NEW, form(login="linxi-sfj.dingyi"))
    assert "已经有人使用" in response.content.decode()
    assert theirs.post(NEW, form()).status_code == 200
    assert theirs.post(NEW, form(login="linxi-sfj.dingyi", name="戊二")).status_code == 200
    assert Person.objects.filter(login="dongping-sfj.linxi-sfj.dingyi").exists()


def test_a_change_leaves_what_is_not_filled_in(office: Office) -> None:
    person = office.person("handler")
    phone = person.opened("phone")
    client = office.client("system_administrator")
    response = client.post(f"/office/people/{person.pk}/change/", {"name": "改了名", "post": "副科长"})
    assert response.headers["Location"] == f"/office/people/{person.pk}/"
    person.refresh_from_db()
    assert (person.name, person.post, person.opened("phone")) == ("改了名", "副科长", phone)


def test_only_known_fields_change(office: Office) -> None:
    """Security check C13: whatever is posted beside the form changes nothing."""
    person = office.person("handler")
    before = Person.objects.filter(pk=person.pk).values().get()
    more = {
        field.name: "1"
        for field in Person._meta.concrete_fields
        if field.name not in ("name", "post", "unit", "phone", "email")
    }
    client = office.client("system_administrator")
    assert client.post(f"/office/people/{person.pk}/change/", {"name": person.name} | more).status_code == 302
    after = Person.objects.filter(pk=person.pk).values().get()
    assert {k for k in after if str(after[k]) != str(before[k])} <= {"unit_id"}


def test_a_look_at_a_phone(office: Office) -> None:
    person = office.person("handler")
    client, address = office.client("leader"), f"/office/people/{person.pk}/look/phone/"
    assert person.opened("phone") not in client.get(f"/office/people/{person.pk}/").content.decode()
    assert client.get(address).status_code == 405
    assert person.opened("phone") in client.post(address).content.decode()
    line = AuditLine.objects.get(act="people.reveal")
    assert (line.subject, line.data) == (str(person.pk), {"field": "phone"})
    assert client.post(f"/office/people/{person.pk}/look/password/").status_code == 404
    assert person.opened("phone") not in client.get(f"/office/people/{person.pk}/").content.decode()


def test_looking_comes_to_an_end(office: Office) -> None:
    client, address = office.client("leader"), f"/office/people/{office.person('handler').pk}/look/phone/"
    codes = [client.post(address).status_code for _ in range(limit("reveal").count + 1)]
    assert codes[-2:] == [200, 429]
