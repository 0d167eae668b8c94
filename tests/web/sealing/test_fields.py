"""Sealed fields of a real model: masked wherever they are printed, opened on purpose, taken to a new key."""

from __future__ import annotations

import json

import pytest
from django.conf import settings
from django.db import connection
from django.template import Context, Template

from gongkai.web.people.models import Person
from gongkai.web.sealing import cipher
from gongkai.web.sealing.fields import (
    MASK,
    Sealed,
    SealedField,
    indexes_of,
    ring,
    sealed_models,
    take_to_active_key,
)
from gongkai.web.sealing.keys import with_new_key, without_old_keys, write_ring
from tests.web.offices import Office

PHONE = "13800009999"


@pytest.fixture
def person(office: Office) -> Person:
    one = office.person("handler")
    one.seal("phone", PHONE)
    one.save()
    return Person.objects.for_organ(office.organ).get(pk=one.pk)


def test_it_is_masked_wherever_it_is_printed(person: Person) -> None:
    shown = Template("{{ p.phone }}|{{ p.phone|safe }}|{{ p.phone|upper }}").render(Context({"p": person}))
    for text in (str(person.phone), repr(person.phone), f"{person.phone}", f"{person.phone:>8}", shown):
        assert PHONE not in text
    assert str(person.phone) == MASK
    assert shown.split("|")[:2] == [MASK, MASK]
    assert str(Sealed("")) == ""
    assert PHONE not in json.dumps(person.phone)


def test_it_opens_on_purpose(person: Person) -> None:
    assert person.opened("phone") == PHONE
    assert person.opened("email") == ""


def test_the_database_holds_no_plain_value(person: Person) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT phone, phone_index FROM people_person")
        rows = cursor.fetchall()
    assert rows
    assert PHONE not in str(rows)


def test_a_plain_value_is_not_written(person: Person) -> None:
    person.phone = "13800001111"
    with pytest.raises(TypeError, match="sealed"):
        person.save()
    with pytest.raises(TypeError, match="not a sealed"):
        person.seal("name", "甲")


def test_an_equal_one_is_found_in_its_organ_alone(person: Person, other_office: Office) -> None:
    rows = Person.objects.for_organ(person.organ_id)
    assert list(rows.filter(phone_index__in=indexes_of(PHONE, "linxi-sfj"))) == [person]
    assert not rows.filter(phone_index__in=indexes_of(PHONE, "dongping-sfj"))


def test_a_value_copied_to_another_row_does_not_open(person: Person, office: Office) -> None:
    thief = office.person("reviewer")
    thief.phone = person.phone
    with pytest.raises(cipher.CannotOpen):
        thief.opened("phone")


def test_all_values_are_taken_to_a_new_key(person: Person) -> None:
    before = ring()
    try:
        write_ring(settings.KEY_FILE, with_new_key(before, "SM4-GCM"))
        active = ring().active
        models = dict(sealed_models())
        assert {f.name for f in models[Person]} == {"phone", "email"}
        count = Person.objects.for_organ(person.organ_id).count()
        assert take_to_active_key(Person, models[Person]) == count
        assert take_to_active_key(Person, models[Person]) == 0
        write_ring(settings.KEY_FILE, without_old_keys(ring()))
        again = Person.objects.for_organ(person.organ_id).get(pk=person.pk)
        assert again.opened("phone") == PHONE
        assert again.phone.stored.startswith(f"SM4-GCM${active}$")
        assert again.phone_index in indexes_of(PHONE, "linxi-sfj")
    finally:
        write_ring(settings.KEY_FILE, before)


def test_the_field_describes_itself_for_migrations() -> None:
    _, _, _, words = SealedField(index="phone_index").deconstruct()
    assert words["index"] == "phone_index"
