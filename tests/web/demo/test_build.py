"""The demonstration is built once, subject by subject, and never in an office's database."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.web.audit.verifying import verify
from gongkai.web.demo.build import NoDemonstration, build, one_password
from gongkai.web.demo.people import staff
from gongkai.web.demo.world import INVENTED, World
from gongkai.web.jobs.models import DoneOnce
from gongkai.web.notices.models import Notice
from gongkai.web.organs.models import Organ
from gongkai.web.people.models import Person
from tests.web.offices import Office

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)


def test_once_and_a_later_subject_is_added(own_keys: object, monkeypatch: pytest.MonkeyPatch) -> None:
    assert build(NOW, NOW.date()) == ["organs", "people", "notices", "applications"]
    assert build(NOW, NOW.date()) == []
    DoneOnce.objects.filter(key="demo/notices").delete()
    Notice.objects.all().delete()
    assert build(NOW, NOW.date()) == ["notices"]
    assert Organ.objects.count() == 5
    assert verify() == []


def test_one_password_for_all_until_the_next(own_keys: object) -> None:
    build(NOW, NOW.date())
    first, second = one_password(NOW), one_password(NOW)
    assert first != second
    for login in staff():
        person = World(NOW, NOW.date()).person(login)
        assert person.check_password(second)
        assert not person.check_password(first)
        assert not person.must_set_password


def test_an_offices_database_is_left_alone(office: Office) -> None:
    with pytest.raises(NoDemonstration):
        build(NOW, NOW.date())
    with pytest.raises(NoDemonstration):
        one_password(NOW)
    assert Organ.objects.count() == 1
    assert INVENTED == "linxi-sfj"
    assert Person.objects.count() == 0
