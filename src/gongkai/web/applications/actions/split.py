"""一事一申请: what asks for several things is split; each part is a case of its own with its own number.

The parts came in with the whole: the same applicant, channel and days. The whole keeps its text as it was
filed, and is answered for what is left in it.

Source: 条例 arts. 29, 36; 国办函〔2020〕109号 art. 4 (一事一申请); law.md §2.4.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db import transaction
from django.utils.timezone import localtime

from gongkai.ledger.transitions import Stage
from gongkai.statute.events import Channel, Event, Kind
from gongkai.statute.receipt import CONFIRMED
from gongkai.values.errors import NotAllowed
from gongkai.web.applications.actions.enter import enter
from gongkai.web.applications.actions.file import PLAIN, PRIVATE, Filing, file
from gongkai.web.applications.cases import CaseState, state_of
from gongkai.web.applications.models import Application
from gongkai.web.audit.recording import record
from gongkai.web.entries.row import Taken
from gongkai.web.rights.actor import Actor

ARTICLE = "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）第四条"
EARLY = frozenset({Stage.SUBMITTED, Stage.CONFIRMING, Stage.PROCESSING})


@dataclass(frozen=True, slots=True)
class Part:
    """One thing asked for: its text, and the short name for lists."""

    request: str
    matter: str = ""


def why_not(state: CaseState) -> str:
    """Why a case cannot be split now; empty where it can."""
    if state.stage not in EARLY:
        return "只能在刚收到、还没有补正、征求意见、收费和作出决定的时候拆分。"
    return ""


def split(
    actor: Actor, application: Application, parts: list[Part], seen: int, now: dt.datetime
) -> list[tuple[Application, str]]:
    """File each part as a case of its own, with its query code. Raises ``Forbidden``, ``Taken``,
    :class:`NotAllowed`.
    """
    actor.require("applications.handle", application.organ_id)
    today = localtime(now).date()
    with transaction.atomic():
        state = state_of(application, today)
        if state.position != seen:
            raise Taken
        if problem := why_not(state):
            raise NotAllowed(problem, ARTICLE)
        if not parts:
            raise NotAllowed("没有写要拆分出来的内容。", ARTICLE)
        out = [_part(actor, application, one, state, now) for one in parts]
        numbers = [one.number for one, _ in out]
        record(actor, "applications.split", application.number, now, parts=numbers)
    return out


def _part(
    actor: Actor, whole: Application, part: Part, state: CaseState, now: dt.datetime
) -> tuple[Application, str]:
    values = {name: getattr(whole, name) for name in PLAIN} | {name: whole.opened(name) for name in PRIVATE}
    values |= {"request": part.request, "matter": part.matter, "record_name": "", "record_ref": ""}
    channel = Channel(whole.channel)
    filing = Filing(channel, whole.filed_on, whole.applicant, values, split_from=whole.number)
    made, code = file(actor, whole.organ, filing, now)
    received = state.case.received_on
    if channel in CONFIRMED and received is not None:
        enter(actor, made, Event(Kind.RECEIVED, received), 1, now, split_from=whole.number)
    return made, code
