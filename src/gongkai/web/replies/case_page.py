"""What the page of a case shows and offers of its letters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gongkai.ledger.transitions import Stage
from gongkai.web.applications.addresses import case_address
from gongkai.web.applications.cases import CaseState
from gongkai.web.applications.models import Application
from gongkai.web.applications.offers import Offer, register_offer
from gongkai.web.applications.panels import register_panel
from gongkai.web.letters.standing import letters_of, standing_words
from gongkai.web.replies.facts import subject_of, way_of
from gongkai.web.replies.models import Delivery
from gongkai.web.rights.actor import Actor


def letters(actor: Actor, state: CaseState) -> Mapping[str, Any] | None:
    """The letters of the case with their standing and the last fact on their way."""
    if not actor.may("letters.read"):
        return None
    organ = state.application.organ_id
    rows = list(letters_of(organ).filter(subject=subject_of(state.application)).order_by("drafted_at"))
    facts = Delivery.objects.for_organ(organ).filter(letter__in=rows) if rows else ()
    last = {one.letter_id: one for one in facts}
    found = [(one, standing_words(one), way_of(one), last.get(one.pk)) for one in rows]
    return {"letters": found}


def _letters(application: Application) -> str:
    return case_address(application, "letters")


def may_write(state: CaseState) -> str | None:
    """Letters can be drafted at every stage (a notice while its answer is awaited, too); None for a case that
    was voided. The page of letters says of each that cannot be now why not.
    """
    return None if state.stage is Stage.NONE else ""


def register() -> None:
    """Make the panel and the acts known."""
    register_panel("letters", 60, "replies/panels/letters.html", letters)
    register_offer(
        Offer("reply-draft", "起草答复书、告知书", "答复", _letters, "letters.draft", may_write, 10)
    )
