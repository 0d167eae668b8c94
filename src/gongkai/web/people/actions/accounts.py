"""Accounts: adding a person, changing what is known, a password, the last day."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.db import transaction

from gongkai.web.audit.recording import record
from gongkai.web.organs.models import Organ
from gongkai.web.people.models import PastPassword, Person
from gongkai.web.people.sessions import end_all
from gongkai.web.rights.actor import Actor

CHANGEABLE = ("name", "post", "unit")
PRIVATE = ("phone", "email")


def add_person(
    actor: Actor,
    organ: Organ,
    now: dt.datetime,
    *,
    on: dt.date,
    login: str,
    name: str,
    password: str,
    **more: Any,
) -> Person:
    """Add a person with a first password that must be changed at the first sign-in.

    Raises ``ValidationError``, ``Forbidden``.
    """
    actor.require("people.edit", organ.pk)
    person = Person(organ=organ, login=login, name=name, joined_on=on)
    _fill(person, more)
    validate_password(password, person)
    person.set_password(password)
    person.password_set_at, person.password_set_by = now, actor.id
    person.full_clean()
    with transaction.atomic():
        person.save(force_insert=True)
        record(actor, "people.add", str(person.pk), now)
    return person


def _fill(person: Person, values: dict[str, Any]) -> list[str]:
    changed = [f for f in CHANGEABLE if f in values and getattr(person, f) != values[f]]
    for field in changed:
        setattr(person, field, values[field])
    for field in PRIVATE:
        if field in values and person.opened(field) != values[field]:
            person.seal(field, values[field])
            changed.append(field)
    return changed


def change_person(actor: Actor, person: Person, now: dt.datetime, **values: Any) -> list[str]:
    """Change what is known of a person; the names of what differs. Raises ``ValidationError``,
    ``Forbidden``.
    """
    actor.require("people.edit", person.organ_id)
    changed = _fill(person, values)
    person.full_clean()
    if changed:
        with transaction.atomic():
            person.save()
            record(actor, "people.change", str(person.pk), now, fields=changed)
    return changed


def reveal(actor: Actor, person: Person, field: str, now: dt.datetime) -> str:
    """The private value of a colleague, for the eyes of who is allowed to; each look leaves a line."""
    actor.require("people.read", person.organ_id)
    with transaction.atomic():
        record(actor, "people.reveal", str(person.pk), now, field=field)
    return person.opened(field)


def set_own_password(
    actor: Actor, person: Person, password: str, now: dt.datetime, *, keep: str | None = None
) -> None:
    """Somebody's own new password; all sessions but that of the row ``keep`` end.

    Raises ``ValidationError`` where the policy refuses it.
    """
    if actor.id != str(person.pk):
        actor.require("people.set_own_password")
    validate_password(password, person)
    with transaction.atomic():
        if person.password_set_by == actor.id:
            PastPassword.objects.create(person=person, hash=person.password, until=now)
        person.set_password(password)
        person.password_set_at, person.password_set_by = now, actor.id
        person.save(update_fields=["password", "password_set_at", "password_set_by"])
        ended = end_all(person, now, keep)
        record(actor, "people.set_own_password", str(person.pk), now, sessions_ended=ended)


def leave(actor: Actor, person: Person, last_day: dt.date, now: dt.datetime) -> None:
    """Note the last working day; from the day after the account does not sign in. Raises ``Forbidden``."""
    actor.require("people.edit", person.organ_id)
    with transaction.atomic():
        Person.objects.for_organ(person.organ_id).filter(pk=person.pk).update(left_on=last_day)
        record(actor, "people.leave", str(person.pk), now, last_day=last_day.isoformat())
