"""Who handles a case on a day: the unit and the person of its assignment."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Q, QuerySet

from gongkai.web.applications.models import Assignment
from gongkai.web.people.models import Person, Unit

HANDLER = "handler"
LOT = 5000
"""Applications that one query asks for: more than are open, fewer than a database takes values."""


class Handler(NamedTuple):
    """A unit and a person, each by id and name; empty where nobody is named."""

    unit: str = ""
    unit_name: str = ""
    person: str = ""
    person_name: str = ""

    @property
    def words(self) -> str:
        """As a list shows it."""
        return " ".join(name for name in (self.unit_name, self.person_name) if name) or "未分办"


NOBODY = Handler()


def assignments_on(organ: Any, day: dt.date) -> QuerySet[Assignment]:
    """The handlers' assignments of an organ that hold on that day, the oldest first."""
    rows: QuerySet[Assignment] = Assignment.objects.for_organ(organ).on(day).filter(duty=HANDLER)
    return rows.order_by("since", "pk")


def handlers_of(organ: Any, day: dt.date, applications: Sequence[UUID]) -> dict[UUID, Handler]:
    """The handler of each of these applications that has one, by the application's id.

    Asked by id, in lots: a database that was told the stage instead would walk over all assignments.
    """
    names = _names(organ)
    out: dict[UUID, Handler] = {}
    for start in range(0, len(applications), LOT):
        lot = applications[start : start + LOT]
        rows = assignments_on(organ, day).filter(application__in=lot)
        for application, unit, person in rows.values_list("application_id", "unit_id", "person_id"):
            out[application] = names(unit, person)
    return out


def _names(organ: Any) -> Callable[[UUID | None, UUID | None], Handler]:
    """Units and people of the organ by name, read once: there are few of them beside their cases."""
    units: dict[UUID | None, str] = dict(Unit.objects.for_organ(organ).order_by().values_list("pk", "name"))
    told = Person.objects.for_organ(organ).order_by().values_list("pk", "name", "unit_id")
    people: dict[UUID | None, tuple[str, UUID | None]] = {id: (name, unit) for id, name, unit in told}

    @cache
    def named(unit: UUID | None, person: UUID | None) -> Handler:
        name, own = people.get(person, ("", None))
        of = unit or own
        return Handler(str(of or ""), units.get(of, ""), str(person or ""), name)

    return named


def handled_by(organ: Any, day: dt.date, **who: str) -> Q:
    """The standings whose application that unit (``unit=``) or person (``person=``) handles on that day."""
    asked = Q()
    if unit := who.get("unit"):
        asked &= Q(unit=unit) | Q(unit=None, person__unit=unit)
    if person := who.get("person"):
        asked &= Q(person=person)
    return Q(application__in=assignments_on(organ, day).filter(asked).order_by().values("application"))
