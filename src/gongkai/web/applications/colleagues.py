"""The people of the organ whom a case may concern: those with a right on a day, those named in a text."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import QuerySet

from gongkai.web.people.models import Person, RoleGrant
from gongkai.web.rights.roles import roles


def holders(organ: Any, right: str, day: dt.date) -> QuerySet[Person]:
    """Those who work there on that day and hold a role with that right, by name, still to be asked for."""
    names = [key for key, role in roles().items() if right in role.rights]
    grants = RoleGrant.objects.for_organ(organ).on(day).filter(role__in=names)
    people = Person.objects.for_organ(organ).working(day).filter(pk__in=grants.values("person"))
    found: QuerySet[Person] = people.order_by("name", "pk")
    return found


def people_with(organ: Any, right: str, day: dt.date) -> list[Person]:
    """The same, read."""
    return list(holders(organ, right, day))


def mentioned(organ: Any, text: str, day: dt.date) -> list[Person]:
    """Those whom a text calls by ``@姓名`` and who may read applications; the longest name wins."""
    known = sorted(people_with(organ, "applications.read", day), key=lambda one: -len(one.name))
    found, left = [], text
    for one in known:
        if f"@{one.name}" in left:
            found.append(one)
            left = left.replace(f"@{one.name}", " ")
    # Two of one name are both told: the text cannot say which of them is meant.
    called = {one.name for one in found}
    return [one for one in known if one.name in called]
