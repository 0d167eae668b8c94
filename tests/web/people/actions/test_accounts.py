"""Accounts: added, changed, looked at, left; each act with its right and its line."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from gongkai.web.audit.models import AuditLine
from gongkai.web.people.actions.accounts import add_person, change_person, leave, reveal, set_own_password
from gongkai.web.people.models import PastPassword, Person
from gongkai.web.rights.actor import Forbidden
from tests.web.offices import PASSWORD, Office

DAY = dt.date(2026, 3, 2)


def added(office: Office, **more: str) -> Person:
    actor = office.actor("system_administrator")
    values = {"login": "new.one", "name": "新人", "password": PASSWORD} | more
    return add_person(actor, office.organ, timezone.now(), on=DAY, **values)


def test_somebody_new(office: Office) -> None:
    person = added(office, phone="13800008888", post="科员")
    assert person.must_set_password
    assert person.opened("phone") == "13800008888"
    line = AuditLine.objects.get(act="people.add")
    assert line.subject == str(person.pk)
    assert "13800008888" not in str(line.data)


def test_a_login_is_taken_once_in_the_whole_installation(office: Office, other_office: Office) -> None:
    added(office)
    with pytest.raises(ValidationError):
        added(other_office)


def test_changes_are_named(office: Office) -> None:
    person = added(office)
    actor = office.actor("system_administrator")
    assert change_person(actor, person, timezone.now(), name="改名", email="a@b.example") == ["name", "email"]
    assert change_person(actor, person, timezone.now(), name="改名", email="a@b.example") == []
    assert AuditLine.objects.filter(act="people.change").get().data == {"fields": ["name", "email"]}


def test_a_look_at_a_private_value_leaves_a_line(office: Office) -> None:
    person = added(office, phone="13800008888")
    assert reveal(office.actor("security_administrator"), person, "phone", timezone.now()) == "13800008888"
    line = AuditLine.objects.get(act="people.reveal")
    assert line.data == {"field": "phone"}
    with pytest.raises(Forbidden):
        reveal(office.actor("handler"), person, "phone", timezone.now())


def test_ones_own_password(office: Office) -> None:
    person = added(office)
    me = office.actor("handler")
    own = office.person("handler")
    set_own_password(me, own, "Another-2026-Word!", timezone.now())
    assert own.check_password("Another-2026-Word!")
    assert PastPassword.objects.filter(person=own).count() == 1
    with pytest.raises(Forbidden):
        set_own_password(me, person, "Another-2026-Word!", timezone.now())


def test_the_last_day(office: Office, other_office: Office) -> None:
    person = added(office)
    leave(office.actor("system_administrator"), person, DAY, timezone.now())
    assert Person.objects.for_organ(office.organ).get(pk=person.pk).left_on == DAY
    with pytest.raises(Forbidden):
        leave(other_office.actor("system_administrator"), person, DAY, timezone.now())


@pytest.mark.parametrize("role", ["handler", "security_administrator", "audit_administrator", "office_head"])
def test_who_may_not_add(office: Office, role: str) -> None:
    with pytest.raises(Forbidden):
        add_person(
            office.actor(role),
            office.organ,
            timezone.now(),
            on=DAY,
            login="x.y",
            name="甲",
            password=PASSWORD,
        )
