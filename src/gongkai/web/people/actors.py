"""From a person to the actor that every action takes: the rights of the roles held on a day, and of those
stood in for.
"""

from __future__ import annotations

import datetime as dt

from gongkai.web.people.models import Delegation, Person, RoleGrant
from gongkai.web.rights.actor import Actor
from gongkai.web.rights.roles import rights_of, role, roles


def roles_of(person: Person, on: dt.date) -> frozenset[str]:
    """The keys of the roles that a person holds on that day; one that the data no longer knows is left
    out.
    """
    held = RoleGrant.objects.for_organ(person.organ_id)
    keys = held.on(on).filter(person=person).values_list("role", flat=True)
    return frozenset(key for key in keys if key in roles())


def actor_for(person: Person, on: dt.date) -> Actor:
    """The actor that this person is on that day.

    Who stands in for somebody has that person's roles as well, but never those of an administrator.
    """
    own = roles_of(person, on)
    rows = Delegation.objects.for_organ(person.organ_id)
    mine = rows.on(on).filter(deputy=person).select_related("principal")
    principals = [one.principal for one in mine]
    # An administrator stands in for nobody: what he may do and what he sets up stay apart (三员分立).
    if any(role(key).administrator for key in own):
        principals = []
    lent = {key for one in principals for key in roles_of(one, on) if not role(key).administrator}
    return Actor(
        id=str(person.pk),
        name=person.name,
        organ_id=person.organ_id,
        organ_code=person.organ.code,
        rights=rights_of(own | lent),
        roles=own,
        for_person=frozenset(str(one.pk) for one in principals),
    )
