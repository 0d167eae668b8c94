"""Noting when the applicant received a notice: the notice's entry is taken back and entered anew with the
day.

A period that runs from receipt has no last day before. An entry is never changed, so two rows tell of it: one
that takes back, one that says the same with the day of receipt. Who may enter the notice's receipt is who
handles the case, though taking an entry back asks for approval otherwise: nothing is undone here.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from django.db import transaction

from gongkai.ledger.transitions import Stage
from gongkai.statute.events import Event, Kind
from gongkai.values.dates import day_words
from gongkai.values.errors import NotAllowed
from gongkai.web.applications.actions.enter import enter, right_for
from gongkai.web.applications.cases import CaseState, state_of
from gongkai.web.applications.ledger import event_of
from gongkai.web.applications.models import Application, ApplicationRow
from gongkai.web.applications.remarks import WORDS, remarks_of
from gongkai.web.applications.timeline import taken_back
from gongkai.web.rights.actor import Actor

ARTICLE = "《条例》第三十条、第四十二条"
WAITING = {Stage.CORRECTION_PENDING: Kind.CORRECTION_NOTICE, Stage.FEE_PENDING: Kind.FEE_NOTICE}
"""The notice that a case waits on, by its stage."""


def notice_of(state: CaseState) -> ApplicationRow | None:
    """The notice whose answer the case waits for; None where it waits for none."""
    kind = WAITING.get(state.stage)
    gone = taken_back(state.rows)
    rows = [row for row in state.rows if row.kind == kind and row.position not in gone]
    return rows[-1] if rows else None


def why_not(state: CaseState) -> str | None:
    """Why no receipt can be noted: None where no notice waits, empty where it can."""
    row = notice_of(state)
    if row is None:
        return None
    received = event_of(row).notice_received_on
    return f"已经登记{day_words(received)}送达。" if received else ""


def note_receipt(
    actor: Actor, application: Application, received_on: dt.date, seen: int, now: dt.datetime
) -> CaseState:
    """Note the day on which the applicant received the notice that the case waits on.

    Raises ``Forbidden``, ``Taken``, :class:`NotAllowed` where there is no such notice or the day is
    before it.
    """
    actor.require("applications.handle", application.organ_id)
    today = now.astimezone(dt.timezone(dt.timedelta(hours=8))).date()
    state = state_of(application, today)
    row, told = notice_of(state), why_not(state)
    if row is None or told:
        raise NotAllowed(told or "这件申请现在没有等待答复的通知，不需要补记送达日期。", ARTICLE)
    event = event_of(row)
    if received_on > today:
        raise NotAllowed(f"日期{day_words(received_on)}还没有到，不能提前登记。请核对日期。", ARTICLE)
    # Nothing is undone, so the rights to take back and to enter the same again come with the receipt.
    lent = replace(actor, rights=actor.rights | {right_for(Kind.VOIDED), right_for(event.kind)})
    with transaction.atomic():
        words = f"补记送达日期{day_words(received_on)}"
        enter(lent, application, Event(Kind.VOIDED, today, of=row.position), seen, now, **{WORDS: words})
        again = replace(event, notice_received_on=received_on)
        kept = {WORDS: remarks_of(application).get(row.position)}
        return enter(lent, application, again, seen + 1, now, **kept)
