"""Whom a filing, a correction or a withdrawal is told to: who handles the case, else who registers.

Source: decision of the project; a notice names the number of the case and where to open it, nothing else.
"""

from __future__ import annotations

import datetime as dt

from django.utils.timezone import localdate

from gongkai.web.applications.models import Application, Assignment
from gongkai.web.notices.actions.tell import tell
from gongkai.web.people.models import Person, RoleGrant
from gongkai.web.rights.roles import roles

REGISTERS = "applications.register"


def who_registers(application: Application, day: dt.date) -> list[Person]:
    """Everybody whose roles register applications on that day."""
    keys = [key for key, role in roles().items() if REGISTERS in role.rights]
    held = RoleGrant.objects.for_organ(application.organ_id).on(day).filter(role__in=keys)
    people = Person.objects.for_organ(application.organ_id)
    return list(people.filter(pk__in=held.values("person_id")).distinct())


def who_handles(application: Application, day: dt.date) -> list[Person]:
    """The people to whom the case is assigned on that day; those who register where it is with nobody."""
    rows = Assignment.objects.for_organ(application.organ_id).on(day)
    named = rows.filter(application=application, person__isnull=False).values("person_id")
    people = list(Person.objects.for_organ(application.organ_id).filter(pk__in=named))
    return people or who_registers(application, day)


def tell_office(application: Application, kind: str, now: dt.datetime, key: str) -> int:
    """Tell of one thing that the applicant has done; how many were told. Inside the act's transaction."""
    day = localdate(now)
    people = who_registers(application, day) if kind == FILED else who_handles(application, day)
    return tell(
        application.organ,
        people,
        kind,
        now,
        key=f"{kind}/{application.pk}/{key}",
        link=f"/office/applications/{application.number}/",
        number=application.number,
    )


FILED = "application.filed"
CORRECTED = "application.corrected"
REASONS = "application.reasons_given"
WITHDRAWN = "application.withdrawn"
MATERIAL = "application.material"
CONFIRMED = "application.confirmed"
SUGGESTED = "application.suggested"
"""The kinds of notice (``notices/kinds.toml``)."""
