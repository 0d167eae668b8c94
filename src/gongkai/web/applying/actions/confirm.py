"""双方确认: the office has asked, the applicant confirms on his page; that day is the day of receipt.

Source: 条例 art. 31 (三) (双方确认之日); law.md A23.
"""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.timezone import localdate

from gongkai.statute.events import Event, Kind
from gongkai.values.errors import NotAllowed
from gongkai.web.applications.actions.attempt import asked_online
from gongkai.web.applications.actions.enter import enter
from gongkai.web.applications.cases import CaseState
from gongkai.web.applications.models import Application
from gongkai.web.applications.urgency import UNCONFIRMED
from gongkai.web.applying.acting import applicant
from gongkai.web.applying.telling import CONFIRMED, tell_office

WHY = "《条例》第三十一条"


def may_confirm(state: CaseState) -> bool:
    """Whether the applicant's word is what is missing: nothing is confirmed, and the office has asked."""
    return state.stage in UNCONFIRMED and asked_online(state.application)


def confirm(application: Application, seen: int, now: dt.datetime) -> CaseState:
    """Enter the receipt as of today.

    Raises :class:`NotAllowed` where the office has not asked or it is confirmed already, ``Taken`` where
    something was entered since ``seen``.
    """
    if not asked_online(application):
        raise NotAllowed("机关还没有请您在网上确认。机关会用您留的联系方式与您确认。", WHY)
    actor = applicant(application, Kind.RECEIVED)
    with transaction.atomic():
        state = enter(actor, application, Event(Kind.RECEIVED, localdate(now)), seen, now)
        tell_office(application, CONFIRMED, now, str(state.position))
    return state
