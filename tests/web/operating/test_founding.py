"""An organ and its first administrators, all or nothing."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from gongkai.web.audit.models import AuditLine
from gongkai.web.operating.founding import set_up
from gongkai.web.organs.models import Organ
from gongkai.web.people.actors import actor_for
from gongkai.web.people.models import Person

NOW = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)
PEOPLE = {"system_administrator": ("xt", "赵示例"), "security_administrator": ("aq", "钱示例")}
VALUES = {"code": "aa-sfj", "name": "示例局", "kind": "justice", "level": "county"}


@pytest.mark.django_db
def test_they_can_sign_in_once_with_what_was_printed(own_keys: object) -> None:
    organ, passwords = set_up(NOW, NOW.date(), PEOPLE, **VALUES)
    for role, (login, _) in PEOPLE.items():
        person = Person.objects.to_sign_in(login)
        assert person is not None
        assert person.check_password(passwords[login])
        assert person.must_set_password
        assert actor_for(person, NOW.date()).roles == {role}
    assert AuditLine.objects.filter(chain=organ.code).count() == 5
    assert not [
        line for line in AuditLine.objects.all() if set(passwords.values()) & set(str(line.data).split("'"))
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("people", "values"),
    [
        (PEOPLE | {"security_administrator": ("xt", "同一人")}, VALUES),
        (PEOPLE | {"security_administrator": ("A B", "登录名不对")}, VALUES),
        (PEOPLE, VALUES | {"kind": "school"}),
        (PEOPLE, VALUES | {"code": "system"}),
    ],
)
def test_what_does_not_hold_leaves_nothing(
    own_keys: object, people: dict[str, tuple[str, str]], values: dict[str, str]
) -> None:
    with pytest.raises(ValidationError):
        set_up(NOW, NOW.date(), people, **values)
    assert not Organ.objects.exists()
    assert not Person.objects.exists()
    assert not AuditLine.objects.exists()


@pytest.mark.django_db
def test_only_administrators_are_made_here() -> None:
    with pytest.raises(ValueError, match="handler"):
        set_up(NOW, NOW.date(), {"handler": ("a", "b")}, **VALUES)
