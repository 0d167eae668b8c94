"""Who works on a case: given to a unit or a person, with helpers; the handler may pass it on himself."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localtime

from gongkai.web.applications.addresses import case_address
from gongkai.web.applications.colleagues import people_with
from gongkai.web.applications.models import Application, Assignment
from gongkai.web.audit.recording import record
from gongkai.web.entries.row import Taken
from gongkai.web.notices.actions.tell import tell
from gongkai.web.people.models import Person, Unit
from gongkai.web.rights.actor import Actor, Forbidden

HANDLER = "handler"
HANDLE, ASSIGN = "applications.handle", "applications.assign"


@dataclass(frozen=True, slots=True)
class Given:
    """To whom: a duty, a person or a unit that names one itself."""

    duty: str
    unit: Unit | None = None
    person: Person | None = None


def may_assign(actor: Actor, application: Application, day: dt.date) -> bool:
    """Whether this actor may give the case to others: by right, or as its present handler."""
    if actor.may(ASSIGN):
        return True
    mine = Assignment.objects.for_organ(application.organ_id).on(day).filter(application=application)
    return actor.may(HANDLE) and mine.filter(duty=HANDLER, person__pk__in=_ids(actor)).exists()


def _ids(actor: Actor) -> list[str]:
    return [actor.id, *actor.for_person] if actor.id != "system" else []


def assign(actor: Actor, application: Application, given: Given, seen: int, now: dt.datetime) -> Assignment:
    """Give a case to somebody from today on; a new handler takes the place of the one before.

    ``seen`` is the number of assignments that the actor saw. Raises ``Forbidden``, ``Taken`` where somebody
    assigned meanwhile, ``ValidationError`` for nobody, or somebody who may not handle applications.
    """
    today = localtime(now).date()
    actor.require("applications.read", application.organ_id)
    if not may_assign(actor, application, today):
        raise Forbidden("只有工作机构负责人和现在的承办人可以分办、转办。")
    _check(application, given, today)
    with transaction.atomic():
        # The row of the case is the lock, so that two at once come one after the other.
        Application.objects.for_organ(application.organ_id).select_for_update().get(pk=application.pk)
        rows = Assignment.objects.for_organ(application.organ_id).filter(application=application)
        if rows.count() != seen:
            raise Taken
        if given.duty == HANDLER:
            rows.filter(duty=HANDLER, until=None).update(until=today)
        made: Assignment = Assignment.objects.create(
            organ=application.organ, application=application, duty=given.duty, unit=given.unit,
            person=given.person, since=today, given_by=actor.id,
        )  # fmt: skip
        _tell(actor, application, given, made, now)
        whom = {"unit": given.unit, "person": given.person}
        ids = {name: str(one.pk) if one else "" for name, one in whom.items()}
        record(actor, "applications.assign", application.number, now, duty=given.duty, **ids)
    return made


def _check(application: Application, given: Given, today: dt.date) -> None:
    if given.person is None and given.unit is None:
        raise ValidationError("请选择处室或者人员。")
    if given.person is not None and given.person not in people_with(application.organ, HANDLE, today):
        raise ValidationError({"person": f"{given.person.name}没有办理申请的角色，请另选一人。"})


def _tell(actor: Actor, application: Application, given: Given, made: Assignment, now: dt.datetime) -> None:
    if given.person is not None:
        people = [given.person]
    else:
        today = localtime(now).date()
        people = [p for p in people_with(application.organ, HANDLE, today) if p.unit == given.unit]
    tell(
        application.organ, people, "application.assigned", now, key=f"assignment/{made.pk}",
        link=case_address(application), number=application.number, matter=made.get_duty_display(),
        by=actor.name,
    )  # fmt: skip


def release(actor: Actor, assignment: Assignment, now: dt.datetime) -> None:
    """Let an assignment hold no longer from today on. Raises ``Forbidden``, ``Taken`` where it has ended."""
    today = localtime(now).date()
    application = assignment.application
    actor.require("applications.read", assignment.organ_id)
    if not may_assign(actor, application, today):
        raise Forbidden("只有工作机构负责人和现在的承办人可以分办、转办。")
    with transaction.atomic():
        rows = Assignment.objects.for_organ(assignment.organ_id).filter(pk=assignment.pk, until=None)
        if not rows.update(until=today):
            raise Taken
        record(actor, "applications.release", application.number, now, assignment=str(assignment.pk))
