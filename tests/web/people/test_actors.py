"""The actor of a day: roles that hold, and those lent by delegation, never an administrator's."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from gongkai.web.people.actors import actor_for, roles_of
from gongkai.web.people.models import Delegation, RoleGrant
from gongkai.web.rights.roles import everybody
from tests.web.offices import Office

DAY = dt.date(2026, 3, 2)


def test_roles_hold_on_their_days(office: Office) -> None:
    person = office.person("handler")
    RoleGrant.objects.create(
        organ=office.organ,
        person=person,
        role="reviewer",
        since=DAY,
        until=DAY + dt.timedelta(1),
        given_by="t",
    )
    assert roles_of(person, DAY - dt.timedelta(1)) == {"handler"}
    assert roles_of(person, DAY) == {"handler", "reviewer"}
    assert roles_of(person, DAY + dt.timedelta(1)) == {"handler"}


def test_a_role_that_the_data_no_longer_knows_gives_nothing(office: Office) -> None:
    person = office.person("")
    RoleGrant.objects.create(organ=office.organ, person=person, role="wizard", since=DAY, given_by="t")
    assert roles_of(person, DAY) == frozenset()
    assert actor_for(person, DAY).rights == everybody()


def test_who_stands_in_has_the_rights_but_not_the_role(office: Office) -> None:
    deputy, leader = office.person("handler"), office.person("leader")
    Delegation.objects.create(organ=office.organ, principal=leader, deputy=deputy, since=DAY, reason="出差")
    actor = actor_for(deputy, DAY)
    assert actor.may("review.sign")
    assert actor.roles == {"handler"}
    assert actor.for_person == {str(leader.pk)}
    assert not actor_for(deputy, DAY - dt.timedelta(1)).may("review.sign")


def test_an_administrators_rights_are_not_lent(office: Office) -> None:
    deputy = office.person("handler")
    for role in ("system_administrator", "security_administrator", "audit_administrator"):
        principal = office.person(role)
        Delegation.objects.create(
            organ=office.organ, principal=principal, deputy=deputy, since=DAY, reason="休假"
        )
    rights = actor_for(deputy, DAY).rights
    assert not {r for r in rights if r.startswith(("audit.", "people.grant", "people.edit"))}


def test_today(office: Office) -> None:
    assert office.actor("handler") == actor_for(office.person("handler"), timezone.localdate())


def test_an_administrator_stands_in_for_nobody(office: Office) -> None:
    """三员分立: even where a row says so, an administrator does not get the rights of somebody who handles cases."""
    deputy, leader = office.person("security_administrator"), office.person("leader")
    before = actor_for(deputy, DAY).rights
    Delegation.objects.create(organ=office.organ, principal=leader, deputy=deputy, since=DAY, reason="出差")
    assert actor_for(deputy, DAY).rights == before
    assert actor_for(deputy, DAY).for_person == frozenset()
