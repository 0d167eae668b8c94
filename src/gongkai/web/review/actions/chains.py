"""Setting the chain of a kind of content: the head of the office does, and the history stays."""

from __future__ import annotations

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from gongkai.web.audit.recording import record
from gongkai.web.review.actions.doing import organ_of
from gongkai.web.review.core.chain import Chain
from gongkai.web.review.core.notation import chain_to
from gongkai.web.review.kinds import all_kinds
from gongkai.web.review.models import ReviewChain
from gongkai.web.rights.actor import Actor
from gongkai.web.rights.roles import roles


def signing_roles() -> dict[str, str]:
    """The roles that may hold a step, by key, with their names."""
    return {key: one.name for key, one in roles().items() if "review.sign" in one.rights}


def secrecy_roles() -> dict[str, str]:
    """The roles that may sign for secrecy."""
    return {key: one.name for key, one in roles().items() if "review.sign_secrecy" in one.rights}


def set_chain(actor: Actor, kind: str, chain: Chain, now: dt.datetime) -> ReviewChain:
    """Let this chain hold from today for what is submitted from now on; what is under review keeps its own.

    Raises ``ValidationError``, ``Forbidden``.
    """
    actor.require("review.edit_chains")
    if kind not in {one.key for one in all_kinds()}:
        raise ValidationError("没有这种内容。请从列表中选择。")
    if problem := chain.problem():
        raise ValidationError(problem)
    for step in chain.steps:
        if set(step.roles) - set(signing_roles()):
            raise ValidationError(f"“{step.name}”选择了不能签署的角色。请从列表中选择。")
    if set(chain.secrecy_roles) - set(secrecy_roles()):
        raise ValidationError("保密审查选择了不能签署的角色。请从列表中选择。")
    today = timezone.localdate(now)
    with transaction.atomic():
        rows = ReviewChain.objects.for_organ(actor.organ_id).filter(kind=kind)
        rows.filter(since__gte=today).update(until=F("since"))
        rows.filter(since__lt=today, until=None).update(until=today)
        row = ReviewChain(
            organ_id=organ_of(actor),
            kind=kind,
            since=today,
            set_by=actor.id,
            set_at=now,
            **chain_to(chain),
        )
        row.full_clean()
        row.save(force_insert=True)
        record(actor, "review.set_chain", str(row.pk), now, kind=kind, steps=len(chain.steps))
    return row
