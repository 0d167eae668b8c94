"""The same proposals for the cases that are handled together: each is held against its own case.

Only what is proposed is taken over. The letter of every case is drafted, reviewed and signed by itself, for
nobody signs what he has not seen.

Source: 条例 art. 36; law.md §2.4 (a case is counted by itself).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import transaction

from gongkai.values.errors import NotAllowed
from gongkai.web.applications.actions.propose import Draft, check, propose
from gongkai.web.applications.cases import CaseState, state_of
from gongkai.web.applications.models import Application, Proposal, Standing
from gongkai.web.entries.row import Taken
from gongkai.web.rights.actor import Actor

HAS_OWN = "已有处理意见。要改为与牵头件相同，请先在该件中撤销。"
CHANGED = "其他人刚刚在该件中拟定了处理意见，请打开核对。"


@dataclass(frozen=True, slots=True)
class Follower:
    """A case that goes with the leading one: why the same cannot be proposed there, empty where it can."""

    application: Application
    why_not: str


def standing_of(application: Application) -> list[Proposal]:
    """The proposals of a case that hold."""
    return list(Proposal.objects.for_organ(application.organ_id).standing(application))


def followers(lead: CaseState) -> list[Follower]:
    """The cases handled together with this one, in the order of their numbers."""
    organ_id = lead.application.organ_id
    rows = Standing.objects.for_organ(organ_id).filter(together_with=lead.application.number)
    drafts = [draft_of(one) for one in standing_of(lead.application)]
    found = rows.select_related("application__organ").order_by("number")
    return [Follower(row.application, _why_not(row.application, drafts, lead.on)) for row in found]


def draft_of(proposal: Proposal) -> Draft:
    """What a proposal says, to be proposed once more."""
    return Draft(
        proposal.kind,
        tuple(proposal.grounds),
        dict(proposal.facts),
        dict(proposal.answers),
        proposal.reasons,
    )


def _why_not(application: Application, drafts: Sequence[Draft], on: dt.date) -> str:
    if standing_of(application):
        return HAS_OWN
    state = state_of(application, on)
    try:
        for draft in drafts:
            check(state, draft)
    except NotAllowed as error:
        return error.sentence
    return ""


def propose_same(actor: Actor, lead: CaseState, numbers: Iterable[str], now: dt.datetime) -> list[Follower]:
    """Propose in the cases of these numbers what stands in the leading one; gives what became of each.

    A case takes all proposals or none. Raises ``Forbidden`` without the right, :class:`NotAllowed` where
    nothing is proposed in the leading case.
    """
    actor.require("applications.handle", lead.application.organ_id)
    drafts = [draft_of(one) for one in standing_of(lead.application)]
    if not drafts:
        raise NotAllowed("牵头的一件还没有处理意见，请先拟定。", "《条例》第三十六条")
    wanted, done = set(numbers), []
    for one in followers(lead):
        if one.application.number in wanted:
            why_not = one.why_not or _proposed(actor, one.application, drafts, now)
            done.append(Follower(one.application, why_not))
    return done


def _proposed(actor: Actor, application: Application, drafts: Sequence[Draft], now: dt.datetime) -> str:
    last = application.proposals.order_by("number").last()
    seen = last.number if last else 0
    try:
        with transaction.atomic():
            for number, draft in enumerate(drafts, seen):
                propose(actor, application, draft, number, now)
    except NotAllowed as error:
        return error.sentence
    except Taken:
        return CHANGED
    return ""
