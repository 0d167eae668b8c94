"""Recording the way of a letter to its reader, with evidence; and what its arrival means for the case.

A reply received is 送达; a notice received starts the period of its reader: for a correction or a fee without
a set last day the entry is written anew with the day of receipt, since that day belongs to the same fact.

Source: 条例 arts. 30, 32, 40, 42; law.md A24.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from django.db import transaction

from gongkai.ledger.transitions import Stage
from gongkai.statute.events import Event, Kind
from gongkai.values.dates import day_words
from gongkai.values.errors import NotAllowed
from gongkai.web.applications.actions.enter import enter
from gongkai.web.applications.cases import CaseState, state_of
from gongkai.web.applications.holding import hold
from gongkai.web.applications.ledger import event_of
from gongkai.web.attachments.actions.add import put
from gongkai.web.audit.recording import record
from gongkai.web.letters.actions.writing import locked
from gongkai.web.letters.files import subject_of
from gongkai.web.letters.models import Dispatch, Letter
from gongkai.web.replies.entering import ASKED, NOTICES, case_of, replies_of
from gongkai.web.replies.models import CHANNELS, WHAT, Delivery, LetterEntry
from gongkai.web.rights.actor import Actor

ARTICLE = "《条例》第四十条、第四十五条"


@dataclass(frozen=True, slots=True)
class Told:
    """What is recorded: what happened by which way on which day, and its evidence (name and bytes)."""

    what: str
    channel: str
    on: dt.date
    tracking: str = ""
    note: str = ""
    file: tuple[str, bytes] | None = None


def deliver(actor: Actor, letter: Letter, told: Told, now: dt.datetime) -> Delivery:
    """Record a fact on the way of a letter that has gone out.

    Raises ``Forbidden``, ``FileError`` for evidence that cannot be taken, :class:`NotAllowed` for a letter
    that has not gone out, a day before that or one that has not come, an arrival without any evidence.
    """
    actor.require("applications.handle", letter.organ_id)
    with transaction.atomic():
        # The row is locked first: of two who record the same arrival the second is told.
        letter = locked(letter, letter.version)
        # And the case, before the evidence is stored: storing leaves a line of audit (see ``hold``).
        hold(case_of(letter))
        _check(letter, told, now)
        file = None
        if told.file:
            file = put(actor, subject_of(letter), told.file[0], told.file[1], now, own=True)
        one: Delivery = Delivery.objects.create(
            organ_id=letter.organ_id, letter=letter, what=told.what, channel=told.channel, on=told.on,
            tracking=told.tracking.strip(), note=told.note.strip(), file=file, by=actor.id, at=now,
        )  # fmt: skip
        if told.what in ("received", "notice"):
            _arrived(actor, letter, told.on, now)
        record(
            actor, "replies.deliver", str(letter.pk), now, what=told.what, way=told.channel,
            on=told.on.isoformat(),
        )  # fmt: skip
    return one


def _check(letter: Letter, told: Told, now: dt.datetime) -> None:
    if told.what not in WHAT or told.channel not in CHANNELS:
        raise NotAllowed("请选择送达的情况和方式。", ARTICLE)
    if told.on > _today(now):
        raise NotAllowed(f"日期{day_words(told.on)}还没有到，不能提前登记。请核对日期。", ARTICLE)
    sent = Dispatch.objects.for_organ(letter.organ_id).filter(letter=letter).first()
    if sent is None:
        raise NotAllowed("这份文书还没有登记发出，不能登记送达。请先登记发出。", ARTICLE)
    if told.on < sent.on:
        raise NotAllowed(f"日期{day_words(told.on)}早于发出之日{day_words(sent.on)}。请核对日期。", ARTICLE)
    if told.what in ("received", "notice") and not (told.file or told.tracking.strip() or told.note.strip()):
        raise NotAllowed(
            "送达应当有凭证：请填写邮件号码或者发送凭证，或者上传送达回证、签收页的扫描件，或者在备注中写明。",
            ARTICLE,
        )
    before = Delivery.objects.for_organ(letter.organ_id).filter(
        letter=letter, what__in=("received", "notice")
    )
    if told.what in ("received", "notice") and before.exists():
        raise NotAllowed(
            "这份文书已经登记送达，不能重复登记。登记有误的，请在备注中说明并联系工作机构负责人。", ARTICLE
        )


def _arrived(actor: Actor, letter: Letter, on: dt.date, now: dt.datetime) -> None:
    """What the arrival means for the case: nothing where its entry is there already."""
    application = case_of(letter)
    state = state_of(application, _today(now))
    kind = NOTICES.get(letter.kind)
    if kind in (Kind.CORRECTION_NOTICE, Kind.FEE_NOTICE):
        _received_notice(actor, state, kind, on, now)
    elif letter.kind in ASKED:
        _asked_received(actor, letter, state, on, now)
    elif letter in replies_of(application, state) and state.stage is Stage.DELIVERED:
        since = max((r.position for r in state.rows if r.kind == str(Kind.DISPATCHED)), default=0)
        if not any(r.kind == str(Kind.DELIVERED) and r.position > since for r in state.rows):
            enter(actor, application, Event(Kind.DELIVERED, on), state.position, now)


def _received_notice(actor: Actor, state: CaseState, kind: Kind, on: dt.date, now: dt.datetime) -> None:
    """Write the notice's entry anew with the day of receipt, where the period of its reader runs from it."""
    row = next((r for r in reversed(state.rows) if r.kind == str(kind)), None)
    if row is None:
        return
    event = event_of(row)
    if event.notice_received_on is not None or (kind is Kind.CORRECTION_NOTICE and event.until is not None):
        return
    # Recording the receipt takes nothing back that was approved: the same fact is written with one day more.
    able = replace(actor, rights=actor.rights | {"applications.approve"})
    after = enter(able, state.application, Event(Kind.VOIDED, event.on, of=row.position), state.position, now)
    enter(able, state.application, replace(event, notice_received_on=on), after.position, now)


def _asked_received(actor: Actor, letter: Letter, state: CaseState, on: dt.date, now: dt.datetime) -> None:
    """Who was asked has the letter: its period for the answer begins."""
    entry = LetterEntry.objects.for_organ(letter.organ_id).filter(letter=letter).last()
    row = next((r for r in state.rows if entry and r.position == entry.position), None)
    asked = [e for e in state.case.events if e.kind is Kind.CONSULTATION_SENT and e.to is ASKED[letter.kind]]
    id = row.data.get("id") if row else asked[-1].id if asked else None
    have = {e.id for e in state.case.events if e.kind is Kind.CONSULTATION_RECEIVED}
    if id is not None and id not in have and Kind.CONSULTATION_RECEIVED in state.next_kinds:
        enter(actor, state.application, Event(Kind.CONSULTATION_RECEIVED, on, id=id), state.position, now)


def _today(now: dt.datetime) -> dt.date:
    return now.astimezone(dt.timezone(dt.timedelta(hours=8))).date()
