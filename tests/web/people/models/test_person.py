"""People are never deleted; they have a first and a last day."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from gongkai.web.people.models import Person
from tests.web.offices import FIRST_DAY, Office

LAST = dt.date(2026, 3, 31)


@pytest.mark.parametrize(
    ("day", "works"),
    [(FIRST_DAY - dt.timedelta(1), False), (FIRST_DAY, True), (LAST, True), (LAST + dt.timedelta(1), False)],
)
def test_first_and_last_day(office: Office, day: dt.date, works: bool) -> None:
    person = office.person("handler")
    person.left_on = LAST
    person.save()
    assert person.works_on(day) is works
    assert Person.objects.for_organ(office.organ).working(day).exists() is works


@pytest.mark.parametrize("login", ["甲", "A.b", "a b", "-a", "a", "x" * 81])
def test_a_login_has_its_form(office: Office, login: str) -> None:
    person = office.person("handler")
    person.login = login
    with pytest.raises(ValidationError):
        person.full_clean()


def test_people_of_one_organ(office: Office, other_office: Office) -> None:
    mine, other = office.person("handler"), other_office.person("handler")
    assert list(Person.objects.for_organ(office.organ)) == [mine]
    assert not Person.objects.for_organ(None)
    assert Person.objects.to_sign_in(f" {other.login.upper()} ") == other
    assert Person.objects.get_by_natural_key(mine.login) == mine


def test_a_password_of_somebody_else_must_be_changed(office: Office) -> None:
    person = office.person("handler")
    assert not person.must_set_password
    person.password_set_by = "somebody"
    assert person.must_set_password
    assert str(person) == person.name
