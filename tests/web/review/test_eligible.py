"""Who may do a task: roles, units, delegations, and never an administrator."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from gongkai.web.people.models import Delegation, RoleGrant, Unit
from gongkai.web.review.eligible import Capacity, capacities, capacity_for, fits, people_for
from gongkai.web.review.tasks import AskedFor
from tests.web.offices import FIRST_DAY, Office

DAY = dt.date(2026, 3, 2)


def task(**more: Any) -> AskedFor:
    """A task for reviewers of a content of unit u."""
    values = {"roles": ("reviewer",), "own_unit": False, "unit": "u", "barred": frozenset()} | more
    return AskedFor(**values)


@pytest.mark.parametrize(
    ("asked", "capacity", "may"),
    [
        (task(), Capacity("reviewer"), True),
        (task(), Capacity("leader"), False),
        (task(barred=frozenset({"me"})), Capacity("reviewer"), False),
        (task(barred=frozenset({"boss"})), Capacity("reviewer", "boss"), False),
        (task(), Capacity("reviewer", limited_to="u"), True),
        (task(), Capacity("reviewer", limited_to="v"), False),
        (task(own_unit=True), Capacity("reviewer", works_in="u"), True),
        (task(own_unit=True), Capacity("reviewer", works_in="v"), False),
        (task(own_unit=True), Capacity("reviewer", limited_to="u", works_in="v"), True),
        (task(own_unit=True, unit=""), Capacity("reviewer", works_in="v"), True),
    ],
)
def test_fits(asked: AskedFor, capacity: Capacity, may: bool) -> None:
    assert fits(asked, capacity, "me") is may


def stand_in(office: Office, principal: str, deputy: str, until: dt.date | None = None) -> None:
    """One stands in for another."""
    Delegation(
        organ=office.organ, principal=office.person(principal), deputy=office.person(deputy), reason="出差",
        since=FIRST_DAY, until=until,
    ).save(force_insert=True)  # fmt: skip


def test_own_roles_first_then_those_of_a_principal(office: Office) -> None:
    stand_in(office, "reviewer", "leader")
    held = capacities(office.actor("leader"), DAY)
    boss = str(office.person("reviewer").pk)
    assert [(one.role, one.principal) for one in held] == [("leader", ""), ("reviewer", boss)]
    assert capacity_for(task(), held, "me") == held[1]
    assert capacity_for(task(), held, "me", "") is None


def test_an_administrator_has_none_also_as_a_deputy(office: Office) -> None:
    stand_in(office, "reviewer", "security_administrator")
    assert capacities(office.actor("security_administrator"), DAY) == ()
    assert people_for(office.organ.pk, task(), DAY) == [office.person("reviewer")]


def test_people_for_a_task_with_deputies_while_they_stand_in(office: Office) -> None:
    stand_in(office, "reviewer", "leader", until=DAY)
    found = people_for(office.organ.pk, task(), DAY - dt.timedelta(days=1))
    assert set(found) == {office.person("reviewer"), office.person("leader")}
    assert people_for(office.organ.pk, task(), DAY) == [office.person("reviewer")]


def test_a_role_for_one_unit_and_who_has_left(office: Office) -> None:
    other = Unit(organ=office.organ, name="法治科", since=FIRST_DAY)
    other.save(force_insert=True)
    office.person("reviewer")
    RoleGrant.objects.for_organ(office.organ).update(unit=other)
    assert people_for(office.organ.pk, task(), DAY) == []
    assert people_for(office.organ.pk, task(unit=str(other.pk)), DAY) == [office.person("reviewer")]
    type(office.person("reviewer")).objects.for_organ(office.organ).update(left_on=DAY - dt.timedelta(days=1))
    assert people_for(office.organ.pk, task(unit=str(other.pk)), DAY) == []
