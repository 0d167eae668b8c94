"""Who handles a case on a day."""

from __future__ import annotations

import datetime as dt

from gongkai.web.applications.handlers import NOBODY, assignments_on, handled_by, handlers_of
from gongkai.web.applications.models import Application, Assignment, Standing
from gongkai.web.people.models import Person
from tests.web.applications.lives import DAY, filed
from tests.web.offices import Office


def assigned(office: Office, one: Application, person: Person | None, since: dt.date = DAY) -> Assignment:
    made: Assignment = Assignment.objects.create(
        organ=office.organ, application=one, duty="handler", person=person, since=since, given_by="test",
        unit=None if person else office.unit,
    )  # fmt: skip
    return made


def test_a_person_with_his_unit(office: Office) -> None:
    one, _ = filed(office)
    rows = Standing.objects.for_organ(office.organ)
    assert handlers_of(office.organ, DAY, [one.pk]) == {}
    person = office.person("handler")
    assigned(office, one, person)
    found = handlers_of(office.organ, DAY, [one.pk])[one.pk]
    assert found.words == f"办公室 {person.name}"
    assert NOBODY.words == "未分办"
    assert rows.filter(handled_by(office.organ, DAY, person=str(person.pk))).exists()
    assert rows.filter(handled_by(office.organ, DAY, unit=str(office.unit.pk))).exists()
    assert not rows.filter(handled_by(office.organ, DAY - dt.timedelta(1), person=str(person.pk))).exists()


def test_a_unit_alone(office: Office) -> None:
    one, _ = filed(office)
    assigned(office, one, None)
    found = handlers_of(office.organ, DAY, [one.pk])[one.pk]
    assert (found.words, found.person) == ("办公室", "")


def test_the_latest_of_the_day_counts(office: Office) -> None:
    one, _ = filed(office)
    assigned(office, one, office.person("handler"), DAY - dt.timedelta(5))
    assigned(office, one, office.person("handler", 2))
    assert assignments_on(office.organ, DAY).count() == 2
    found = handlers_of(office.organ, DAY, [one.pk])[one.pk]
    assert found.person == str(office.person("handler", 2).pk)
