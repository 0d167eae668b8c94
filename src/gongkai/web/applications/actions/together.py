"""合并办理: a case goes with another one, and may go by itself again. Nothing of either is merged.

Both are entries of the case that follows, so the ledger tells for any day which cases went together; each
keeps its number, its clock, its outcome and its place in the count.

Source: 条例 art. 45 (办理制度); law.md §2.4 (a case is counted by itself).
"""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.timezone import localtime

from gongkai.statute.events import Event, Kind
from gongkai.values.errors import NotAllowed
from gongkai.web.applications.actions.enter import enter
from gongkai.web.applications.cases import CaseState, state_of
from gongkai.web.applications.models import Application, Standing
from gongkai.web.applications.standing import OPEN
from gongkai.web.rights.actor import Actor

ARTICLE = "《条例》第四十五条"


def join(actor: Actor, application: Application, lead: Application, seen: int, now: dt.datetime) -> CaseState:
    """Handle a case together with a leading one; ``seen`` is the last position shown.

    Raises ``Forbidden``, :class:`NotAllowed`, ``Taken``.
    """
    actor.require("applications.handle", application.organ_id)
    actor.require("applications.handle", lead.organ_id)
    today = localtime(now).date()
    if lead.pk == application.pk:
        raise NotAllowed("不能与自己合并办理，请填写另一件的登记号。", ARTICLE)
    with transaction.atomic():
        # Both in one order: two acts at once must not make each the leader of the other.
        both = Application.objects.for_organ(application.organ_id).filter(pk__in=(application.pk, lead.pk))
        list(both.select_for_update(of=("self",)).order_by("pk"))
        own = state_of(application, today)
        for one, state in ((application, own), (lead, state_of(lead, today))):
            if state.stage not in OPEN:
                raise NotAllowed(f"{one.number}已经办结或者作废，不能合并办理。", ARTICLE)
            if one is lead and state.case.together_with:
                raise NotAllowed(f"{lead.number}自己正随另一件合并办理，请填写牵头那一件的登记号。", ARTICLE)
        if own.case.together_with:
            raise NotAllowed(f"{application.number}已经与其他申请合并办理。请先分开。", ARTICLE)
        if Standing.objects.for_organ(application.organ_id).filter(together_with=application.number).exists():
            raise NotAllowed(f"有其他申请正随{application.number}合并办理，它应当作为牵头的一件。", ARTICLE)
        event = Event(Kind.JOINED, today)
        return enter(actor, application, event, seen, now, together_with=lead.number)


def part(actor: Actor, application: Application, now: dt.datetime) -> CaseState:
    """Let a case go by itself again; nothing is entered where it does already.

    Raises ``Forbidden``, ``Taken``, :class:`NotAllowed` for a case that is closed.
    """
    actor.require("applications.handle", application.organ_id)
    state = state_of(application, localtime(now).date())
    if state.case.together_with is None:
        return state
    return enter(actor, application, Event(Kind.PARTED, localtime(now).date()), state.position, now)
