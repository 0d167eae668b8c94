"""Proposing a decision: the core says whether the facts on file carry it; nothing is decided here.

Several proposals may stand in one case. Each is added; to change one, another is put in its place.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.timezone import localtime

from gongkai.ledger.transitions import STAGE_WORDS, Stage
from gongkai.statute.decisions import decision, require
from gongkai.statute.events import Kind
from gongkai.statute.exemptions import ground, stands
from gongkai.statute.facts import fact
from gongkai.values.errors import NotAllowed
from gongkai.web.applications.cases import CaseState, state_of
from gongkai.web.applications.models import Application, Proposal
from gongkai.web.applications.on_file import on_file
from gongkai.web.applications.read_facts import read_keys, typed_by_hand
from gongkai.web.audit.recording import record
from gongkai.web.entries.row import Taken
from gongkai.web.rights.actor import Actor

ARTICLE = "《条例》第三十六条、第三十七条"
OPEN = (Stage.PROCESSING, Stage.CONSULTING, Stage.DECIDED)


@dataclass(frozen=True, slots=True)
class Draft:
    """What is proposed: the kind of decision, the grounds of a part, what was written for each fact."""

    kind: str
    grounds: tuple[str, ...] = ()
    facts: dict[str, str] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)
    reasons: str = ""


def propose(  # noqa: PLR0917  # who, on what, what, seen, when; and in whose place
    actor: Actor,
    application: Application,
    draft: Draft,
    seen: int,
    now: dt.datetime,
    instead_of: Proposal | None = None,
) -> Proposal:
    """Add a proposal after the last one that the actor saw (``seen``, 0 for none).

    Raises ``Forbidden`` without the right, :class:`NotAllowed` with the core's sentence where a fact is
    missing or in the way or the case is not at that stage, ``Taken`` where somebody else was first.
    """
    actor.require("applications.handle", application.organ_id)
    state = state_of(application, localtime(now).date())
    check(state, draft)
    values = {
        "kind": draft.kind, "grounds": list(draft.grounds), "facts": draft.facts, "answers": draft.answers,
        "reasons": draft.reasons,
    }  # fmt: skip
    return _add(actor, application, seen, now, instead_of=instead_of, values=values)


def take_back(actor: Actor, proposal: Proposal, seen: int, now: dt.datetime) -> Proposal:
    """Let a proposal stand no longer, without another in its place. Raises as :func:`propose`."""
    actor.require("applications.handle", proposal.organ_id)
    return _add(actor, proposal.application, seen, now, instead_of=proposal, values={"kind": ""})


def _add(
    actor: Actor,
    application: Application,
    seen: int,
    now: dt.datetime,
    *,
    instead_of: Proposal | None,
    values: dict[str, Any],
) -> Proposal:
    rows = Proposal.objects.for_organ(application.organ_id).filter(application=application)
    if (rows.aggregate(last=Max("number"))["last"] or 0) != seen:
        raise Taken
    if (
        instead_of is not None
        and not rows.filter(pk=instead_of.pk, replaced_by=None).exclude(kind="").exists()
    ):
        raise Taken
    try:
        with transaction.atomic():
            made = Proposal(
                organ=application.organ,
                application=application,
                number=seen + 1,
                instead_of=instead_of,
                by=actor.id,
                at=now,
                **values,
            )
            made.save(force_insert=True)
            record(actor, "applications.propose", application.number, now, number=made.number, kind=made.kind)
    except IntegrityError:
        raise Taken from None
    return made


def check(state: CaseState, draft: Draft) -> None:
    """Raise :class:`NotAllowed` where this may not be proposed in the case as it stands."""
    if state.stage not in OPEN:
        places = "”“".join(STAGE_WORDS[one] for one in OPEN)
        raise NotAllowed(
            f"案件现在处于“{STAGE_WORDS[state.stage]}”，只能在“{places}”时拟定处理意见。", ARTICLE
        )
    for key in draft.facts:
        fact(key)
    typed_by_hand(draft.facts)
    have = on_file(state, (key for key, text in draft.facts.items() if text.strip()))
    # What is read from a review may still be awaited: the reply to be reviewed is drafted from this.
    require(draft.kind, have | read_keys(), draft.grounds)
    limbs = limbs_for(draft.kind, draft.grounds)
    limb = draft.facts.get("limb", "").strip()
    if limbs:
        # A part may rest on several grounds; the limb then belongs to one of them.
        chosen = next((key for key, known in limbs.items() if limb in known), next(iter(limbs)))
        stands(chosen, limb, have)


def limbs_for(kind: str, grounds: Iterable[str] = ()) -> dict[str, tuple[str, ...]]:
    """The limbs of which one must be named, by the ground that lists them; empty where none is asked for."""
    asking = [key for key in (kind, *grounds) if any("limb" in need for need in decision(key).needs)]
    return {key: ground(key).limbs for key in asking}


def lapses(kind: str) -> Kind | None:
    """The event by which a case falls into that decision without a decision being made; None for the rest."""
    return {
        "otherwise.correction_lapsed": Kind.CORRECTION_LAPSED,
        "otherwise.fee_unpaid": Kind.FEE_LAPSED,
        "otherwise.other.withdrawn": Kind.WITHDRAWN,
    }.get(kind)
