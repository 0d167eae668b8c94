"""重复提交的作废: the same text of the same applicant that arrived twice counts once.

Only what is proven to be one submission is taken back. Somebody who asks for the same thing again files a
new application, which is registered, counted and answered as a repeated one (art. 36 (六)).

Source: 条例 arts. 36 (六), 45; law.md §2.4.
"""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.timezone import localtime

from gongkai.ledger.transitions import Stage
from gongkai.statute.events import Event, Kind
from gongkai.values.errors import NotAllowed
from gongkai.web.applications.actions.enter import enter
from gongkai.web.applications.cases import CaseState, state_of
from gongkai.web.applications.kin import same_applicant
from gongkai.web.applications.models import Application
from gongkai.web.rights.actor import Actor

ARTICLE = "《条例》第三十六条第（六）项、第四十五条"
BEFORE = frozenset({Stage.SUBMITTED, Stage.CONFIRMING, Stage.PROCESSING})


def why_not(state: CaseState) -> str:
    """Why a case can no longer be voided; empty where it can."""
    if state.stage not in BEFORE:
        return "只有刚收到、还没有开始办理的，才能作为重复提交作废。"
    return ""


def unproven(application: Application, twin: Application) -> str:
    """Why the two are not shown to be one submission; empty where they are."""
    if twin.pk == application.pk:
        return "请填写先登记的那一件的登记号，而不是这一件自己的。"
    sure = {one.standing.application_id for one in same_applicant(application) if one.sure}
    if twin.pk not in sure:
        return f"{twin.number}与这一件不能确认是同一申请人提出的（或者已经作废）。"
    if "".join(twin.request.split()) != "".join(application.request.split()):
        return f"{twin.number}所申请的内容与这一件不是完全相同的文字。"
    return ""


def void_double(
    actor: Actor, application: Application, twin: Application, reason: str, *, seen: int, now: dt.datetime
) -> CaseState:
    """Take back every entry of a case that is another one's double, with the reason and the other's number.

    Raises ``Forbidden``, ``Taken``, :class:`NotAllowed`.
    """
    actor.require("applications.approve", application.organ_id)
    actor.require("applications.approve", twin.organ_id)
    today = localtime(now).date()
    with transaction.atomic():
        state = state_of(application, today)
        if problem := why_not(state):
            raise NotAllowed(problem, ARTICLE)
        if problem := unproven(application, twin):
            raise NotAllowed(f"{problem}不能作废；确属重复申请的，按重复申请答复。", ARTICLE)
        if not reason.strip():
            raise NotAllowed("请写明作废的理由，它与两件的登记号一并留存。", ARTICLE)
        taken = {row.data.get("of") for row in state.rows if row.kind == Kind.VOIDED}
        standing = [r.position for r in state.rows if r.kind != Kind.VOIDED and r.position not in taken]
        for position in reversed(standing):
            event = Event(Kind.VOIDED, today, of=position)
            state = enter(actor, application, event, seen, now, words=reason.strip(), double_of=twin.number)
            seen = state.position
    return state
