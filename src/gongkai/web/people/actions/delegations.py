"""Standing in: somebody asks another of the organ to act for him for some days; he himself or the system
administrator.
"""

from __future__ import annotations

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction

from gongkai.web.audit.recording import record
from gongkai.web.people.actors import roles_of
from gongkai.web.people.models import Delegation, Person
from gongkai.web.rights.actor import Actor
from gongkai.web.rights.roles import role


def _may(actor: Actor, principal: Person) -> None:
    if actor.id == str(principal.pk):
        actor.require("people.own", principal.organ_id)
    else:
        actor.require("people.edit", principal.organ_id)


def delegate(
    actor: Actor,
    principal: Person,
    deputy: Person,
    now: dt.datetime,
    *,
    since: dt.date,
    until: dt.date,
    reason: str,
) -> Delegation:
    """Let ``deputy`` stand in for ``principal`` from ``since`` until before ``until``.

    Raises ``ValidationError`` for oneself, for somebody of elsewhere, and where one of the two is an
    administrator (三员分立); ``Forbidden``.
    """
    _may(actor, principal)
    if deputy.pk == principal.pk:
        raise ValidationError({"deputy": "受托人不能是本人，请另选一人。"})
    if deputy.organ_id != principal.organ_id or not deputy.works_on(since):
        raise ValidationError({"deputy": "请从列表中选择本机关在岗的人员。"})
    for one, said in ((principal, "管理员的职责不能委托他人"), (deputy, "管理员不能代办业务")):
        if any(role(key).administrator for key in roles_of(one, since)):
            raise ValidationError({"deputy": f"{said}（系统、安全、审计管理员与业务角色分立）。"})
    row = Delegation(
        organ_id=principal.organ_id,
        principal=principal,
        deputy=deputy,
        since=since,
        until=until,
        reason=reason,
    )
    row.full_clean()
    with transaction.atomic():
        row.save(force_insert=True)
        days = {"since": since.isoformat(), "until": until.isoformat()}
        record(actor, "people.delegate", str(row.pk), now, deputy=str(deputy.pk), **days)
    return row


def end_delegation(actor: Actor, row: Delegation, on: dt.date, now: dt.datetime) -> None:
    """Let it end on that day (the first without it). Raises ``Forbidden``."""
    _may(actor, row.principal)
    with transaction.atomic():
        Delegation.objects.for_organ(row.organ_id).filter(pk=row.pk).update(until=max(on, row.since))
        record(actor, "people.end_delegation", str(row.pk), now, until=on.isoformat())
