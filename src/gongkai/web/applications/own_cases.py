"""The cases that a person handles, as open work: they go to another when he hands over or leaves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from gongkai.web.applications.addresses import case_address
from gongkai.web.applications.models import Assignment
from gongkai.web.people.models import Person
from gongkai.web.people.open_work import Handing, Item, OpenWork
from gongkai.web.people.open_work import register as register_work


def open_assignments(person: Person, day: dt.date) -> list[Assignment]:
    """The assignments of a person that hold on that day, of cases that are not closed."""
    rows = Assignment.objects.for_organ(person.organ_id).on(day).filter(person=person)
    still = rows.filter(application__standing__closed_on=None).select_related("application")
    return list(still.order_by("application__number", "duty"))


def held(person: Person, day: dt.date) -> Sequence[Item]:
    """The cases of a person, by number."""
    return [
        Item(
            str(one.pk),
            f"{one.application.number}（{one.get_duty_display()}）",
            case_address(one.application),
        )
        for one in open_assignments(person, day)
    ]


def move(act: Handing) -> Sequence[str]:
    """Give every open case of the giver to the taker from the day of handing over on."""
    moved = []
    for one in open_assignments(act.giver, act.on):
        Assignment.objects.for_organ(act.giver.organ_id).filter(pk=one.pk).update(until=act.on)
        if act.taker is not None:
            made = Assignment.objects.create(
                organ_id=one.organ_id, application=one.application, duty=one.duty, unit=one.unit,
                person=act.taker, since=act.on, given_by=act.actor.id,
            )  # fmt: skip
            moved.append(str(made.pk))
    return moved


def register() -> None:
    """Make the cases known as open work."""
    register_work(OpenWork("applications", "在办的依申请公开", held=held, move=move))
