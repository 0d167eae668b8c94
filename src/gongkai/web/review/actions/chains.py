"""Setting the chain of a kind or one sort of it: the head of the office does, and the history stays."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from gongkai.web.audit.recording import record
from gongkai.web.review.actions.doing import organ_of
from gongkai.web.review.chains import chain_for, own_chain
from gongkai.web.review.core.chain import Chain, Demand
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


def set_chain(actor: Actor, kind: str, chain: Chain, now: dt.datetime, sort: str = "") -> ReviewChain:
    """Let this chain hold from today for what is submitted from now on; what is under review keeps its own.

    ``sort`` is the key of one sort of that kind, empty for all that have no chain of their own. Raises
    ``ValidationError`` with the sentence of what a norm or the office forbids, ``Forbidden``.
    """
    actor.require("review.edit_chains")
    if problem := chain.problem(_demand(actor, kind, sort, now)):
        raise ValidationError(problem)
    for step in chain.steps:
        if set(step.roles) - set(signing_roles()):
            raise ValidationError(f"“{step.name}”选择了不能签署的角色。请从列表中选择。")
    if set(chain.secrecy_roles) - set(secrecy_roles()):
        raise ValidationError("保密审查选择了不能签署的角色。请从列表中选择。")
    return _put(actor, kind, sort, chain_to(chain), now)


def follow_kind(actor: Actor, kind: str, sort: str, now: dt.datetime) -> ReviewChain:
    """Let a sort go by the chain of its kind again, for what is submitted from now on.

    Raises ``ValidationError`` where it has no chain of its own, or may not go by that one, ``Forbidden``.
    """
    actor.require("review.edit_chains")
    demand = _demand(actor, kind, sort, now)
    organ_id, today = organ_of(actor), timezone.localdate(now)
    if own_chain(organ_id, kind, today, sort) is None:
        raise ValidationError("这种文书没有单独设定审核环节，已经按一般环节办理。")
    general = chain_for(organ_id, kind, today)
    if problem := general.problem(demand):
        raise ValidationError(f"一般环节不能用于这种文书：{problem}")
    return _put(actor, kind, sort, chain_to(general) | {"steps": []}, now)


def _demand(actor: Actor, kind: str, sort: str, now: dt.datetime) -> Demand:
    one = next((known for known in all_kinds() if known.key == kind), None)
    demands = one.demands(organ_of(actor), timezone.localdate(now)) if one else {}
    if sort not in demands:
        raise ValidationError("没有这种内容。请从列表中选择。")
    return demands[sort]


def _put(actor: Actor, kind: str, sort: str, chain: dict[str, Any], now: dt.datetime) -> ReviewChain:
    """Add the row that holds from today, and end the one before."""
    today = timezone.localdate(now)
    with transaction.atomic():
        rows = ReviewChain.objects.for_organ(actor.organ_id).filter(kind=kind, sort=sort)
        rows.filter(since__gte=today).update(until=F("since"))
        rows.filter(since__lt=today, until=None).update(until=today)
        row = ReviewChain(
            organ_id=organ_of(actor),
            kind=kind,
            sort=sort,
            since=today,
            set_by=actor.id,
            set_at=now,
            **chain,
        )
        row.full_clean()
        row.save(force_insert=True)
        steps = len(chain["steps"])
        record(actor, "review.set_chain", str(row.pk), now, kind=kind, sort=sort, steps=steps)
    return row
