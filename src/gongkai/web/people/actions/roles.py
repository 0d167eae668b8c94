"""Granting and taking back roles: the security administrator's act, never for himself."""

from __future__ import annotations

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction

from gongkai.web.audit.recording import record
from gongkai.web.people.models import Person, RoleGrant, Unit
from gongkai.web.rights.actor import Actor
from gongkai.web.rights.roles import conflict, roles


def grant(
    actor: Actor, person: Person, role: str, since: dt.date, now: dt.datetime, *, unit: Unit | None = None
) -> RoleGrant:
    """Grant a role from a day on.

    Raises ``ValidationError`` for a role that excludes one held then or later (三员分立), ``Forbidden``
    without the right or
    for oneself.
    """
    actor.require("people.grant", person.organ_id)
    if actor.id == str(person.pk):
        raise ValidationError("不能给自己授予角色，请由另一位安全管理员办理。")
    if role not in roles():
        raise ValidationError(f"没有“{role}”这个角色，请从列表中选择。")
    with transaction.atomic():
        # Locked, so that two grants at once cannot slip past each other.
        Person.objects.for_organ(person.organ_id).select_for_update().get(pk=person.pk)
        grants = RoleGrant.objects.for_organ(person.organ_id).filter(person=person)
        held = [g for g in grants if g.until is None or g.until > since]
        for one in held:
            if problem := conflict({one.role}, role):
                raise ValidationError(f"{problem}。请先收回“{one.role_name}”。")
        if same := next(
            (g for g in held if g.role == role and g.unit_id == (unit.pk if unit else None)), None
        ):
            return same
        row = RoleGrant(
            organ_id=person.organ_id, person=person, role=role, unit=unit, since=since, given_by=actor.id
        )
        row.full_clean()
        row.save(force_insert=True)
        record(actor, "people.grant", str(person.pk), now, role=role, since=since.isoformat())
    return row


def take_back(actor: Actor, row: RoleGrant, on: dt.date, now: dt.datetime) -> None:
    """Let a role end on that day (the first without it). Raises ``Forbidden``."""
    actor.require("people.grant", row.organ_id)
    with transaction.atomic():
        RoleGrant.objects.for_organ(row.organ_id).filter(pk=row.pk).update(until=max(on, row.since))
        record(actor, "people.take_back", str(row.person_id), now, role=row.role, until=on.isoformat())
