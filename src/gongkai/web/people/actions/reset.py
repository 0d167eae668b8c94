"""Resetting somebody's sign-in: the security administrator's act, never for himself."""

from __future__ import annotations

import datetime as dt
import secrets

from django.core.exceptions import ValidationError
from django.db import transaction

from gongkai.web.audit.recording import record
from gongkai.web.limits.trying import forget
from gongkai.web.people.actions.second_factor import give_up
from gongkai.web.people.lockout import unlock
from gongkai.web.people.models import PastPassword, Person
from gongkai.web.people.policy import policy
from gongkai.web.people.sessions import end_all
from gongkai.web.rights.actor import Actor

KINDS = (
    "ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghijkmnpqrstuvwxyz", "23456789", "-+=@#%",
)  # fmt: skip
"""Characters of a first password, without those that are mistaken for each other when read out."""


def first_password(*without: str) -> str:
    """A password by chance that both policies take, for one first sign-in; it holds none of ``without``
    (login and name: a login of two letters comes up in one of a few hundred).
    """
    while True:
        made = _drawn(max(16, policy().length))
        if not any(one and one.lower() in made.lower() for one in without):
            return made


def _drawn(length: int) -> str:
    chosen = [secrets.choice(kind) for kind in KINDS]
    chosen += [secrets.choice("".join(KINDS[:3])) for _ in range(length - len(chosen))]
    secrets.SystemRandom().shuffle(chosen)
    return "".join(chosen)


def reset_sign_in(actor: Actor, person: Person, now: dt.datetime) -> str:
    """A new first password, shown this once; second factor, recovery codes, sessions and pauses of the old
    one end.

    Raises ``ValidationError`` for oneself, ``Forbidden``.
    """
    actor.require("people.reset_sign_in", person.organ_id)
    if actor.id == str(person.pk):
        raise ValidationError(
            "不能重置自己的登录，请由另一位安全管理员办理；要换口令的，请在“我的登录”中更改。"
        )
    password = first_password()
    with transaction.atomic():
        if person.password_set_by == str(person.pk):
            PastPassword.objects.create(person=person, hash=person.password, until=now)
        person.set_password(password)
        person.password_set_at, person.password_set_by = now, actor.id
        person.save(update_fields=["password", "password_set_at", "password_set_by"])
        give_up(person, now)
        unlock(person)
        for key in ("second_factor", "own_password"):
            forget(key, str(person.pk))
        record(actor, "people.reset_sign_in", str(person.pk), now, sessions_ended=end_all(person, now))
    return password
