"""The units (处室) of an organ: added, renamed, dissolved."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from gongkai.web.audit.recording import record
from gongkai.web.organs.models import Organ
from gongkai.web.people.models import Person, Unit
from gongkai.web.rights.actor import Actor


def add_unit(
    actor: Actor, organ: Organ, now: dt.datetime, *, name: str, since: dt.date, position: int = 0
) -> Unit:
    """Add a unit from a day on. Raises ``ValidationError`` for a name in use, ``Forbidden``."""
    actor.require("people.edit", organ.pk)
    row = Unit(organ=organ, name=name.strip(), since=since, position=position)
    row.full_clean()
    _unused(row, since)
    with transaction.atomic():
        row.save(force_insert=True)
        record(actor, "people.unit.add", str(row.pk), now)
    return row


def _unused(row: Unit, day: dt.date) -> None:
    same = Unit.objects.for_organ(row.organ_id).on(day).filter(name=row.name).exclude(pk=row.pk)
    if same.exists():
        raise ValidationError({"name": f"已经有“{row.name}”，请换一个名称。"})


def change_unit(actor: Actor, row: Unit, now: dt.datetime, **values: Any) -> None:
    """Change name or place of a unit. Raises ``ValidationError``, ``Forbidden``."""
    actor.require("people.edit", row.organ_id)
    changed = [f for f in ("name", "position") if f in values and getattr(row, f) != values[f]]
    for field in changed:
        setattr(row, field, values[field])
    row.full_clean()
    _unused(row, row.since)
    if changed:
        with transaction.atomic():
            row.save(update_fields=changed)
            record(actor, "people.unit.change", str(row.pk), now, fields=changed)


def dissolve_unit(actor: Actor, row: Unit, on: dt.date, now: dt.datetime) -> None:
    """Let a unit end on that day (the first without it). Raises ``ValidationError`` while people
    work in it.
    """
    actor.require("people.edit", row.organ_id)
    people = Person.objects.for_organ(row.organ_id).working(on).filter(unit=row).count()
    if people:
        raise ValidationError(f"“{row.name}”还有{people}人，请先把他们调到其他处室。")
    with transaction.atomic():
        Unit.objects.for_organ(row.organ_id).filter(pk=row.pk).update(until=max(on, row.since))
        record(actor, "people.unit.dissolve", str(row.pk), now, until=on.isoformat())
