"""Who may do a task that waits: roles held on a day, in the whole organ or for a unit, one's own or a
principal's.

An administrator (三员) has no part in it, also not as somebody's deputy: they handle no case.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

from gongkai.web.people.models import Delegation, Person, RoleGrant
from gongkai.web.rights.actor import Actor
from gongkai.web.rights.roles import role, roles


class Task(Protocol):
    """What a waiting task asks for; a row of the projection or a made one."""

    @property
    def roles(self) -> Any:
        """The keys of the roles, of which one is enough."""

    @property
    def own_unit(self) -> bool:
        """Whether only somebody of the content's own unit."""

    @property
    def unit(self) -> str:
        """The id of the content's unit; empty where it has none."""

    @property
    def barred(self) -> Any:
        """The ids of whom the rules shut out."""


@dataclass(frozen=True, slots=True)
class Capacity:
    """A role in which somebody can act: for whom (empty for oneself), for which unit it was granted,
    where its holder works.
    """

    role: str
    principal: str = ""
    limited_to: str = ""
    works_in: str = ""


def capacities(actor: Actor, day: dt.date) -> tuple[Capacity, ...]:
    """Every capacity of the actor on that day, his own first; none for an administrator."""
    if any(roles()[key].administrator for key in actor.roles) or not actor.id:
        return ()
    people = {actor.id, *actor.for_person}
    return capacities_of(actor.organ_id, people, day, actor.id)


def capacities_of(
    organ_id: UUID | None, people: Iterable[str], day: dt.date, own: str
) -> tuple[Capacity, ...]:
    """The roles of these people on that day as capacities of ``own``."""
    grants = RoleGrant.objects.for_organ(organ_id).on(day).filter(person__in=list(people))
    found = [
        Capacity(
            grant.role,
            "" if str(grant.person_id) == own else str(grant.person_id),
            str(grant.unit_id or ""),
            str(grant.person.unit_id or ""),
        )
        for grant in grants.select_related("person")
        if grant.role in roles() and not role(grant.role).administrator
    ]
    return tuple(sorted(found, key=lambda one: (one.principal != "", one.role)))


def fits(task: Task, capacity: Capacity, person: str) -> bool:
    """Whether somebody may do the task in that capacity."""
    if capacity.role not in task.roles or {person, capacity.principal} & set(task.barred):
        return False
    if capacity.limited_to and capacity.limited_to != task.unit:
        return False
    return not task.own_unit or not task.unit or task.unit in {capacity.limited_to, capacity.works_in}


def capacity_for(
    task: Task, held: Iterable[Capacity], person: str, principal: str | None = None
) -> Capacity | None:
    """The first of the capacities held in which the task can be done; only for that principal, if one is
    named.
    """
    for one in held:
        if fits(task, one, person) and principal in (None, one.principal):
            return one
    return None


def people_for(organ_id: UUID, task: Task, day: dt.date) -> list[Person]:
    """Everybody who could do the task on that day, deputies included; in the order of their names."""
    working = Person.objects.for_organ(organ_id).working(day)
    stand_ins = Delegation.objects.for_organ(organ_id).on(day)
    grants = RoleGrant.objects.for_organ(organ_id).on(day).filter(role__in=list(task.roles))
    holders = {str(g.person_id) for g in grants}
    pairs = [(holder, "") for holder in holders]
    pairs += [(str(d.deputy_id), str(d.principal_id)) for d in stand_ins if str(d.principal_id) in holders]
    found = set()
    for person, principal in pairs:
        held = capacities_of(organ_id, [principal or person], day, person)
        if capacity_for(task, held, person):
            found.add(person)
    keys = [key for key, one in roles().items() if one.administrator]
    shut_out = RoleGrant.objects.for_organ(organ_id).on(day).filter(role__in=keys).values("person")
    return list(working.filter(pk__in=found).exclude(pk__in=shut_out).order_by("name"))
