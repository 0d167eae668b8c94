"""Who handles a case on a day: the unit and the person of its assignment."""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Q, QuerySet

from gongkai.web.applications.models import Assignment, Standing

HANDLER = "handler"


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


def handlers_of(day: dt.date, standings: QuerySet[Standing]) -> dict[UUID, Handler]:
    """The handler of each application of these standings that has one, by the application's id."""
    # From the standings to their assignments: the other way round a database walks over all assignments.
    at = "application__assignments__"
    holds = Q(**{f"{at}until": None}) | Q(**{f"{at}until__gt": day})
    rows = standings.filter(holds, **{f"{at}duty": HANDLER, f"{at}since__lte": day})
    names = ("unit_id", "unit__name", "person_id", "person__name", "person__unit_id", "person__unit__name")
    found = rows.order_by(f"{at}since", f"{at}pk").values_list(
        "application_id", *(at + name for name in names)
    )
    out: dict[UUID, Handler] = {}
    for application, unit, unit_name, person, person_name, own, own_name in found:
        out[application] = Handler(
            str(unit or own or ""), unit_name or own_name or "", str(person or ""), person_name or ""
        )
    return out


def handled_by(organ: Any, day: dt.date, **who: str) -> Q:
    """The standings whose application that unit (``unit=``) or person (``person=``) handles on that day."""
    asked = Q()
    if unit := who.get("unit"):
        asked &= Q(unit=unit) | Q(unit=None, person__unit=unit)
    if person := who.get("person"):
        asked &= Q(person=person)
    return Q(application__in=assignments_on(organ, day).filter(asked).order_by().values("application"))
