"""What a letter means for its case: issued, a decision is made; sent, the notice or the reply has gone out.

The entries are written in the transaction of the act on the letter, by the one door of all entries
(:func:`~gongkai.web.applications.actions.enter.enter`): what the law does not allow undoes the act. What was
entered by hand before the letter left is not entered twice.

Source: 条例 arts. 30, 32–37, 42; law.md §2.4 (the day of a result is the day the reply leaves).
"""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError

from gongkai.ledger.outcomes import row_of
from gongkai.ledger.transitions import NEXT, Stage
from gongkai.letters.keeping import facts_of
from gongkai.statute.events import Asked, Event, Kind
from gongkai.values.errors import NotAllowed
from gongkai.web.applications.actions.enter import enter, right_for
from gongkai.web.applications.cases import CaseState, state_of
from gongkai.web.applications.holding import hold
from gongkai.web.applications.models import Application
from gongkai.web.letters.models import Dispatch, Letter, LetterVoid
from gongkai.web.letters.standing import present, went_out
from gongkai.web.replies import reviewing
from gongkai.web.replies.facts import application_of, events_of
from gongkai.web.replies.keeping import keep_withheld
from gongkai.web.replies.models import Correction, LetterEntry
from gongkai.web.replies.proposed import still_holds, unproposed
from gongkai.web.review.actions.doing import Seen
from gongkai.web.review.actions.releasing import release
from gongkai.web.rights.actor import Actor

ARTICLE = "《条例》第三十三条、第三十六条"
NOTICES = {
    "D02": Kind.CORRECTION_NOTICE,
    "D03": Kind.REASONS_REQUESTED,
    "D04": Kind.EXTENDED,
    "D05": Kind.CONSULTATION_SENT,
    "D07": Kind.CONSULTATION_SENT,
    "D08": Kind.FEE_NOTICE,
    "D09": Kind.CONSULTATION_SENT,
    "D28": Kind.THIRD_PARTY_NOTIFIED,
    "D29": Kind.DEFERRED,
}
"""Letters whose going out is an event of the case."""
ASKED = {"D05": Asked.THIRD_PARTY, "D07": Asked.JOINT_MAKER, "D09": Asked.OTHER_ORGAN}


def decision_of(letter: Letter) -> str:
    """The decision that a letter tells; "" for one that tells none, or corrects an earlier one."""
    one = letter.document
    if one is None or not one.decisions or _corrects(letter):
        return ""
    facts = facts_of(present(letter).opened("facts"))
    return str(facts.get("decision") or (one.decisions[0] if len(one.decisions) == 1 else ""))


def _corrects(letter: Letter) -> bool:
    return bool(Correction.objects.for_organ(letter.organ_id).filter(letter=letter).exists())


def case_of(letter: Letter) -> Application:
    """The application of a letter; raises :class:`NotAllowed` where there is none."""
    found = application_of(letter.organ_id, letter.subject.partition("/")[2])
    if found is None:
        raise NotAllowed("这份文书所属的申请不存在，不能办理。", ARTICLE)
    return found


def issued(actor: Actor, letter: Letter, now: dt.datetime) -> None:
    """Use up the review, and enter the decision that the letter tells.

    Raises :class:`NotAllowed` where the text is not what was signed or the case does not allow a decision.
    """
    # Held before the review is used up, which leaves a line of audit (see ``hold``).
    hold(case_of(letter))
    _release(actor, letter, now)
    decision = decision_of(letter)
    if not decision:
        return
    application = case_of(letter)
    state = state_of(application, _today(now))
    if closed_with(state, decision):
        return
    if why := unproposed(application, decision):
        raise NotAllowed(why, ARTICLE)
    still_holds(state, decision)
    event = Event(Kind.DECIDED, letter.on, decision=decision)
    _enter(actor, letter, application, event, now)


def _release(actor: Actor, letter: Letter, now: dt.datetime) -> None:
    file = reviewing.review_of(letter)
    if not reviewing.needs_review(letter):
        return
    content = reviewing.LETTERS.content(letter.organ_id, str(letter.pk))
    if file is None or not content.matches(file.review.hash):
        raise NotAllowed(
            "按这个成文日期生成的文字与审核签署的不一致（日期会改变救济期限、费用等）。"
            "请按这一天重新生成文书，送审后再编号。",
            ARTICLE,
        )
    if file.review.released is not None:
        return
    seen = Seen(file.position, file.review.hash)
    try:
        release(actor, file.id, seen, now, where="发给文书的收件人", right="letters.send")
    except ValidationError as error:
        raise NotAllowed("".join(error.messages), ARTICLE) from None


def closed_with(state: CaseState, decision: str) -> bool:
    """Whether the case ended by itself in the row that the letter tells of: nothing is decided any more."""
    if Kind.DECIDED in NEXT[state.stage]:
        return False
    return state.stage is Stage.CLOSED and state.case.row == row_of(decision)


def overtaken(letter: Letter, state: CaseState) -> str:
    """Why the decision that a letter tells is not sent any more: the case ended without it; "" where it did
    not.
    """
    decision = decision_of(letter)
    if not decision or state.stage is not Stage.CLOSED or closed_with(state, decision):
        return ""
    return (
        "这一件已经结束（例如申请人已经撤回），这份文书所告知的决定不再发出。请由有批准权限的人员把它作废。"
    )


def sent(actor: Actor, dispatched: Dispatch, now: dt.datetime) -> None:
    """Enter the notice that went out, or that the reply has left once every letter of it has.

    Raises :class:`NotAllowed` for a decision on a case that ended otherwise.
    """
    letter = dispatched.letter
    application = case_of(letter)
    # Somebody may be withdrawing it: what is looked at here is what holds when this is written.
    hold(application)
    if why := overtaken(letter, state_of(application, _today(now))):
        raise NotAllowed(why, ARTICLE)
    if (kind := NOTICES.get(letter.kind)) is not None:
        if _told_before(letter, application, kind, now):
            return
        _enter(actor, letter, application, notice_event(letter, kind, dispatched.on), now)
    elif decision_of(letter):
        state = state_of(application, _today(now))
        if state.stage is Stage.DECIDED and not waiting_replies(application, state):
            on = _last_day(application, state)
            _enter(actor, letter, application, Event(Kind.DISPATCHED, on), now)
            for one in replies_of(application, state):
                keep_withheld(application, one, decision_of(one), on)


def notice_event(letter: Letter, kind: Kind, on: dt.date) -> Event:
    """The event of a notice that went out on a day, from what the letter says."""
    facts = facts_of(present(letter).opened("facts"))
    more: dict[str, Any] = {}
    if kind is Kind.CORRECTION_NOTICE:
        more["until"] = facts.get("correction_until")
    elif kind is Kind.CONSULTATION_SENT:
        more = {"id": letter.number or str(letter.pk)[:8], "to": ASKED[letter.kind]}
    elif kind is Kind.REASONS_REQUESTED:
        more["until"] = facts.get("reasons_until")
    return Event(kind, on, **more)


def _told_before(letter: Letter, application: Application, kind: Kind, now: dt.datetime) -> bool:
    """Whether the case has the event already, entered by hand for this letter."""
    state = state_of(application, _today(now))
    events = events_of(state, kind, ASKED.get(letter.kind))
    mine = [document_kind for document_kind, one in NOTICES.items() if one is kind]
    if letter.kind in ASKED:
        mine = [letter.kind]
    before = Letter.objects.for_organ(letter.organ_id).filter(subject=letter.subject, kind__in=mine)
    others = sum(went_out(one) for one in before.exclude(pk=letter.pk))
    return len(events) > others


def replies_of(application: Application, state: CaseState) -> list[Letter]:
    """The letters by which the standing decisions were made, in order."""
    rows = LetterEntry.objects.for_organ(application.organ_id).filter(
        letter__subject=f"application/{application.number}", kind=str(Kind.DECIDED)
    )
    standing = {row.position for row in state.rows if row.kind == str(Kind.DECIDED)}
    void = set(LetterVoid.objects.for_organ(application.organ_id).values_list("letter", flat=True))
    after = max((row.position for row in state.rows if row.kind == str(Kind.REMANDED)), default=0)
    return [
        row.letter
        for row in rows.select_related("letter").order_by("position")
        if row.position in standing and row.position > after and row.letter_id not in void
    ]


def waiting_replies(application: Application, state: CaseState) -> list[Letter]:
    """The letters of the reply that have not gone out yet."""
    return [one for one in replies_of(application, state) if not went_out(one)]


def _last_day(application: Application, state: CaseState) -> dt.date:
    letters = [one.pk for one in replies_of(application, state)]
    rows = Dispatch.objects.for_organ(application.organ_id).filter(letter__in=letters)
    first: dict[UUID, dt.date] = {}
    for row in rows.order_by("on"):
        first.setdefault(row.letter_id, row.on)
    return max(first.values())


def voided(actor: Actor, void: LetterVoid, now: dt.datetime) -> None:
    """Take the decision back that the letter told.

    Raises :class:`NotAllowed` where the actor may not: taking a decision back is approved.
    """
    letter = void.letter
    row = LetterEntry.objects.for_organ(letter.organ_id).filter(letter=letter).last()
    if row is None:
        return
    _enter(actor, letter, case_of(letter), Event(Kind.VOIDED, _today(now), of=row.position), now)


def _enter(actor: Actor, letter: Letter, application: Application, event: Event, now: dt.datetime) -> None:
    if not actor.may(right_for(event.kind)):
        raise NotAllowed(
            "这一步会在台账登记需要批准的事项，您没有批准权限。请由工作机构负责人或者分管领导办理。", ARTICLE
        )
    state = enter(actor, application, event, state_of(application, _today(now)).position, now)
    LetterEntry.objects.create(
        organ_id=letter.organ_id, letter=letter, kind=str(event.kind), position=state.position
    )


def _today(now: dt.datetime) -> dt.date:
    return now.astimezone(dt.timezone(dt.timedelta(hours=8))).date()
