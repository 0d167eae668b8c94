"""The panel of what is proposed, and the offer to propose."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gongkai.ledger.transitions import STAGE_WORDS
from gongkai.web.applications.actions.propose import OPEN
from gongkai.web.applications.addresses import case_address
from gongkai.web.applications.cases import CaseState
from gongkai.web.applications.models import Proposal, Standing
from gongkai.web.applications.offers import Offer, register_offer
from gongkai.web.applications.panels import register_panel
from gongkai.web.applications.proposing import REMEDIES, read_told, result_words, row_words, told
from gongkai.web.applications.timeline import names_of
from gongkai.web.rights.actor import Actor


def context(actor: Actor, state: CaseState) -> Mapping[str, Any] | None:
    """The proposals that stand; None where there is none."""
    organ_id = state.application.organ_id
    found = list(Proposal.objects.for_organ(organ_id).standing(state.application))
    if not found:
        return None
    names = names_of(organ_id, (one.by for one in found))
    last = state.application.proposals.order_by("number").last()
    return {
        "proposals": [
            {
                "one": one,
                "row": row_words(one.decision.row),
                "remedy": REMEDIES[one.decision.remedy],
                "facts": [*told(one), *read_told(state, one.decision)],
                "by": names.get(one.by, "本机关人员"),
            }
            for one in found
        ],
        "result": result_words(found),
        "seen": last.number if last else 0,
        "may_take_back": actor.may("applications.handle") and not why_not(state),
    }


def why_not(state: CaseState) -> str:
    """Why nothing can be proposed as the case stands; empty where it can."""
    if state.stage in OPEN:
        return ""
    places = "”“".join(STAGE_WORDS[one] for one in OPEN)
    return f"只能在“{places}”时拟定，案件现在处于“{STAGE_WORDS[state.stage]}”。"


def same_why_not(state: CaseState) -> str | None:
    """Why the same cannot be proposed for the cases that go with this one; None where none goes with it."""
    one = state.application
    if not Standing.objects.for_organ(one.organ_id).filter(together_with=one.number).exists():
        return None
    if not Proposal.objects.for_organ(one.organ_id).standing(one).exists():
        return "这一件还没有处理意见，请先拟定。"
    return ""


def register() -> None:
    """Make both known."""
    register_panel("proposals", 40, "applications/panels/proposals.html", context)
    register_offer(
        Offer(
            "proposal",
            "拟定处理意见",
            "答复",
            lambda case: case_address(case, "proposals"),
            "applications.handle",
            why_not,
            10,
        )
    )
    register_offer(
        Offer(
            "same",
            "对合并的各件拟定同样意见",
            "答复",
            lambda case: case_address(case, "same"),
            "applications.handle",
            same_why_not,
            11,
        )
    )
