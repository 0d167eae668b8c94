"""What the page of a case shows and offers once it is answered: register, archive, drafts for everybody; and
what of it waits on the start page.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from gongkai.web.applications.addresses import case_address
from gongkai.web.applications.cases import CaseState
from gongkai.web.applications.models import Application
from gongkai.web.applications.offers import Offer, register_offer
from gongkai.web.applications.panels import register_panel
from gongkai.web.organs.choosing import number_on
from gongkai.web.pages import waiting
from gongkai.web.pages.waiting import Block, Waiting
from gongkai.web.replies.actions import archive, erase
from gongkai.web.replies.models import Archive, CaseDraft, Erasure, Withheld
from gongkai.web.replies.options import AHEAD
from gongkai.web.rights.actor import Actor

WITHHELD = "/office/withheld/"
MOST = 50


def kept(actor: Actor, state: CaseState) -> Mapping[str, Any] | None:
    """What became of the case afterwards; None where nothing did."""
    one, organ = state.application, state.application.organ_id
    archived = Archive.objects.for_organ(organ).filter(application=one).first()
    found = {
        "archive": archived,
        "erasure": Erasure.objects.for_organ(organ).filter(application=one).first() if archived else None,
        "withheld": list(Withheld.objects.for_organ(organ).looked_at().filter(application=one)),
        "drafts": list(CaseDraft.objects.for_organ(organ).filter(application=one)),
    }
    return found if any(found.values()) else None


def may_archive(state: CaseState) -> str | None:
    """Why it cannot be archived; None for a case that is not closed or is archived."""
    why = archive.why_not(state)
    return None if "已经归档" in why else why


def may_erase(state: CaseState) -> str | None:
    """Why nothing can be erased; None before the archive."""
    if state.case.row is None:
        return None
    why = erase.why_not(state.application, state.on)
    return None if "还没有归档" in why or "已经清除" in why else why


def may_propose(state: CaseState) -> str:
    """A draft may always be proposed."""
    return ""


def _below(part: str) -> Any:
    def address(application: Application) -> str:
        return case_address(application, part)

    return address


def looks(organ: Any, actor: Actor, today: dt.date) -> Iterator[Waiting]:
    """What was withheld and is to be looked at again, so long before its day as the organ has chosen."""
    ahead = dt.timedelta(number_on(organ, AHEAD, today))
    rows = Withheld.objects.for_organ(organ).looked_at().filter(next_on__lte=today + ahead)
    for one in rows.select_related("application").order_by("next_on")[:MOST]:
        words = f"{one.application.number}　{one.get_ground_display()}"
        yield Waiting(words, f"{WITHHELD}{one.pk}/", one.next_on, "定期评估")


def register() -> None:
    """Make the panel, the acts and the block known."""
    register_panel("afterwards", 70, "replies/panels/afterwards.html", kept)
    for offer in (
        Offer("archive", "归档", "结束", _below("archive"), "applications.handle", may_archive, 50),
        Offer("erase", "清除个人信息", "结束", _below("erasure"), "applications.approve", may_erase, 60),
        Offer(
            "propose",
            "转主动公开、答复选登",
            "答复",
            _below("drafts"),
            "applications.handle",
            may_propose,
            90,
        ),
    ):
        register_offer(offer)
    waiting.register(
        Block(
            key="withheld",
            heading="待评估的不予公开信息",
            right="applications.handle",
            empty="近期没有需要评估的不予公开信息。",
            find=looks,
            more=WITHHELD,
        )
    )
