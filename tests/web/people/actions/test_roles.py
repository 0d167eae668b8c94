"""Granting roles: by the security administrator, never to oneself, the three administrators apart."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from gongkai.web.audit.models import AuditLine
from gongkai.web.people.actions.roles import grant, take_back
from gongkai.web.people.actors import roles_of
from gongkai.web.rights.actor import Forbidden
from tests.web.offices import Office

DAY = dt.date(2026, 3, 2)
ADMINISTRATORS = ["system_administrator", "security_administrator", "audit_administrator"]


def test_a_role_is_granted_and_taken_back(office: Office) -> None:
    person, actor = office.person(""), office.actor("security_administrator")
    row = grant(actor, person, "reviewer", DAY, timezone.now())
    assert grant(actor, person, "reviewer", DAY, timezone.now()) == row
    assert roles_of(person, DAY) == {"reviewer"}
    take_back(actor, row, DAY + dt.timedelta(1), timezone.now())
    assert roles_of(person, DAY) == {"reviewer"}
    assert roles_of(person, DAY + dt.timedelta(1)) == frozenset()
    assert list(AuditLine.objects.filter(subject=str(person.pk)).values_list("act", flat=True)) == [
        "people.grant",
        "people.take_back",
    ]


@pytest.mark.parametrize("held", ADMINISTRATORS)
@pytest.mark.parametrize("wanted", [*ADMINISTRATORS, "handler"])
def test_the_administrators_stay_apart(office: Office, held: str, wanted: str) -> None:
    """Security check C15b: no account can hold two of the three roles."""
    person, actor = office.person(held, 2), office.actor("security_administrator")
    if held == wanted:
        assert grant(actor, person, wanted, DAY, timezone.now())
    else:
        with pytest.raises(ValidationError, match="同一人"):
            grant(actor, person, wanted, DAY, timezone.now())


def test_a_role_that_begins_later_is_seen_too(office: Office) -> None:
    person, actor = office.person(""), office.actor("security_administrator")
    grant(actor, person, "audit_administrator", dt.date(2027, 1, 1), timezone.now())
    with pytest.raises(ValidationError, match="同一人"):
        grant(actor, person, "handler", DAY, timezone.now())


def test_never_to_oneself(office: Office) -> None:
    actor, me = office.actor("security_administrator"), office.person("security_administrator")
    with pytest.raises(ValidationError, match="自己"):
        grant(actor, me, "reviewer", DAY, timezone.now())


def test_an_unknown_role(office: Office) -> None:
    with pytest.raises(ValidationError, match="wizard"):
        grant(office.actor("security_administrator"), office.person(""), "wizard", DAY, timezone.now())


@pytest.mark.parametrize("role", ["handler", "system_administrator", "audit_administrator", "office_head"])
def test_who_may_not(office: Office, role: str) -> None:
    with pytest.raises(Forbidden):
        grant(office.actor(role), office.person(""), "reviewer", DAY, timezone.now())


def test_not_across_organs(office: Office, other_office: Office) -> None:
    with pytest.raises(Forbidden, match="不属于本机关"):
        grant(
            office.actor("security_administrator"), other_office.person(""), "reviewer", DAY, timezone.now()
        )
