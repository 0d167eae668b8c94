"""每一类记录的效力: what each kind of event does to an application, and when the law refuses it.

One function a kind: it checks what must stand before, raises :class:`NotAllowed` with a sentence where it
does not, and changes the case. The order of stages is 收到 → 办理（补正、征求意见、缴费）→ 决定 → 发出
→ 送达.

Source: 政府信息公开条例第三十条至第三十五条, 第四十二条; 国办函〔2020〕109号.
"""

from __future__ import annotations

from collections.abc import Callable

from gongkai.statute.case import REGULATION, Case, Pause, SetDay, periods_on
from gongkai.statute.case_guards import (
    A30,
    A31,
    A32,
    A33,
    A35,
    A42,
    A45,
    close,
    in_time,
    misplaced,
    note,
    note_if_late,
)
from gongkai.statute.case_pauses import (
    consultation_received,
    consultation_returned,
    consultation_sent,
    corrected,
    correction_lapsed,
    correction_notice,
    fee_lapsed,
    fee_notice,
    fee_paid,
    third_party_notified,
)
from gongkai.statute.case_words import (
    ARCHIVED,
    CLOSED,
    CONFIRMING,
    CONSULTING,
    CORRECTION_PENDING,
    DECIDED,
    DECIDED_WHILE_CONSULTING,
    DELIVERED,
    EXTENSION_LATE,
    FEE_PENDING,
    KINDS,
    PROCESSING,
    SUBMITTED,
    Stage,
)
from gongkai.statute.decisions import decision
from gongkai.statute.events import Event, Kind
from gongkai.statute.exemptions import result_of
from gongkai.statute.receipt import CONFIRMED, receipt_bases
from gongkai.values.dates import day_words
from gongkai.values.errors import NotAllowed

LAPSES = {
    "otherwise.correction_lapsed": Kind.CORRECTION_LAPSED,
    "otherwise.fee_unpaid": Kind.FEE_LAPSED,
}
"""Rows into which an application falls by an event of its own."""
REMAND = "《中华人民共和国行政复议法》《中华人民共和国行政诉讼法》"

Act = Callable[[Case, Event], None]


def submitted(case: Case, event: Event) -> None:
    """提交: receipt at once when handed in or signed for; otherwise a confirmation is awaited (art. 31)."""
    channel = event.channel
    case.submitted, case.channel = event.on, channel
    if channel is None:
        case.stage = SUBMITTED
        return
    if channel in CONFIRMED:
        case.stage = CONFIRMING
    else:
        case.stage, case.received = PROCESSING, event.on
    case.strict_base, case.lenient_base = receipt_bases(
        channel, event.on, case.received, case.calendar, case.reading
    )


def submitted_again(case: Case, event: Event) -> None:
    """提交 of what is on file already: refused."""
    raise NotAllowed("这件申请已经登记过提交或者收到，不能再次提交。另一件申请请另立一案。", A31)


def received(case: Case, event: Event) -> None:
    """收到: the day of receipt, or of confirmation after a submission (art. 31)."""
    if case.channel is None:
        case.channel = event.channel
    on = case.received = event.on
    case.stage = PROCESSING
    case.periods = periods = periods_on(on)
    case.period = periods.reply
    case.strict_base, case.lenient_base = receipt_bases(
        case.channel, case.submitted, on, case.calendar, case.reading
    )


def received_again(case: Case, event: Event) -> None:
    """收到 of what was received already, or is closed: refused."""
    if case.received is None:
        raise misplaced(case, event, NEW, A31)
    raise NotAllowed(
        f"这件申请已于{day_words(case.received)}收到，收到申请之日只有一个。登记有误的，请先作废原记录。", A31
    )


def extended(case: Case, event: Event) -> None:
    """延长答复期限: approved, told in time, and not more than the law gives in all (art. 33 ¶2).

    A day that was set (deferral, order) stands instead of the period, so there is nothing to lengthen.
    """
    days, limit = event.days or 0, case.periods.extension
    if days < 1:
        raise NotAllowed("延长的天数（days）应当是不少于1的整数，以工作日计。请补上再登记。", A33)
    if case.used + days > limit:
        raise NotAllowed(
            f"延长答复期限合计不得超过{limit}个工作日，此前已经延长{case.used}个，"
            f"还可以延长{limit - case.used}个。",
            A33,
        )
    if not event.approved_by:
        raise NotAllowed(
            "延长答复期限应当经政府信息公开工作机构负责人同意，请写明批准人（approved_by）。", A33
        )
    if case.set_day is not None:
        raise NotAllowed(
            f"答复期限已另行确定为{day_words(case.set_day.on)}，延长的天数不会使它改变。该日不能答复的，请不要再发延期告知书。",
            A33,
        )
    in_time(case, event, "延期答复告知书", A33, EXTENSION_LATE)
    case.period += days
    case.used += days


def reasons_requested(case: Case, event: Event) -> None:
    """要求说明理由: for clearly excessive numbers (art. 35); it does not stop the clock (A10)."""
    case.reasons = False
    if case.reading.reasons_stop:
        waited = Pause(event.on, None, f"等待申请人说明理由，不计算在内（{A35}，按所选设置）")
        case.pauses = (*case.pauses, waited)


def reasons_given(case: Case, event: Event) -> None:
    """说明理由 (art. 35): it arrives when it arrives, also while an opinion is awaited."""
    if case.reasons is None:
        raise NotAllowed("此前没有要求申请人说明理由的记录。请先登记说明理由告知书。", A35)
    case.reasons = True
    for pause in case.pauses:
        if pause.stop is None:
            pause.stop = event.on
            case.leave_out((pause.start, event.on))


def deferred(case: Case, event: Event) -> None:
    """延迟答复: the reasons are sound but the number too great; a day is set and told (art. 35)."""
    if not case.reasons:
        raise NotAllowed(
            "申请人尚未说明理由，还不能确定延迟答复的期限。请先登记要求说明理由和收到理由说明。", A35
        )
    if event.until is None or event.until < event.on:
        raise NotAllowed("延迟答复应当告知合理的期限，请写明不早于告知之日的截止日（until）。", A35)
    case.set_day = SetDay(event.until, f"延迟答复的期限届满（{A35}）", A35)


def decided(case: Case, event: Event) -> None:
    """处理决定: taken while an opinion is awaited it is a breach, unless it does not depend on it.

    A request of several items may get several before the reply leaves; they give one row (A13), the first
    being the principal one where nothing is given out.
    """
    if not event.decision:
        raise NotAllowed("没有写明是哪一种决定（decision）。可用的种类见“gongkai schema --decisions”。", A33)
    kind = decision(event.decision)
    row = kind.row
    if row == "unavailable.still_unclear" and not case.correction.came:
        raise NotAllowed("这种决定以补正后内容仍不明确为前提，这件申请没有补正过。请先发出补正告知书。", A30)
    if row in LAPSES:
        raise NotAllowed(f"逾期不再处理不是另作的决定，请登记“{KINDS[LAPSES[row]]}”。", kind.articles[0])
    if case.waiting and "consultation_irrelevant" not in event.facts and case.consulting(event.on):
        note(case, DECIDED_WHILE_CONSULTING)
    if case.remanded is None:
        if case.decisions:
            case.decisions = (*case.decisions, kind.key)
            row = result_of(case.decisions, case.decisions[0], case.settings).row
        else:
            case.decisions = (kind.key,)
        case.outcome = row
    case.stage = DECIDED


def dispatched(case: Case, event: Event) -> None:
    """发出: posted, sent or handed over (民事诉讼法第八十五条); the due dates stay what they are that day."""
    case.dispatched, case.stage = event.on, DELIVERED


def delivered(case: Case, event: Event) -> None:
    """送达: the applicant has it; remedies run from here."""
    if case.delivered is not None:
        raise NotAllowed(
            f"答复已于{day_words(case.delivered)}送达，不能再记一次。登记有误的，请先作废原记录。", A33
        )
    case.delivered = event.on


def withdrawn(case: Case, event: Event) -> None:
    """撤回: at the applicant's recorded wish, until the reply is sent."""
    case.withdrawn = True
    if case.remanded is None:
        case.outcome = None
    if case.stage not in (CORRECTION_PENDING, FEE_PENDING):
        note_if_late(case, event.on, case.due(event.on)[1])
    close(case, "otherwise.other")


def remanded(case: Case, event: Event) -> None:
    """责令重新答复: handled anew within the period that was ordered; the case keeps its row (A12)."""
    if case.withdrawn:
        raise NotAllowed("申请人已经撤回申请，没有可以责令重作的答复。申请人再次申请的，请另立一案。", REMAND)
    if event.until is None or event.until < event.on:
        raise NotAllowed("请写明复议决定或者判决责令重新答复的截止日（until），不早于收到之日。", REMAND)
    if case.replied is not None:
        note_if_late(case, case.replied, case.due(event.on)[1])
    case.remanded, case.stage = event.on, PROCESSING
    case.set_day = SetDay(event.until, f"责令重新答复的期限届满（{REMAND}）", REMAND)
    case.dispatched = case.delivered = None
    for one in case.consultations.values():
        one.awaited = False
    case.waiting = 0


def beside(case: Case, event: Event) -> None:
    """合并办理、分开办理: how an office organises its work; no period and no outcome knows of it."""


def voided(case: Case, event: Event) -> None:
    """作废: what takes back an earlier event never comes here; the rest is refused."""
    raise NotAllowed(
        "要作废的记录（of）应当是它前面的一条，此前没有作废过，本身也不是作废记录。请核对编号。", REGULATION
    )


ANYWHERE = (None, *Stage)
NEW = (None, SUBMITTED, CONFIRMING)
ALONE = (PROCESSING,)
OPEN = (PROCESSING, CONSULTING)
TAKEN = (*OPEN, DECIDED)
WAITING = (CORRECTION_PENDING, FEE_PENDING)
ANSWERABLE = (*OPEN, *WAITING, DECIDED)
UNSENT = (SUBMITTED, CONFIRMING, *ANSWERABLE)
SENT = (DELIVERED,)

_PLACES: dict[Kind, tuple[Act, tuple[Stage | None, ...], str]] = {
    Kind.SUBMITTED: (submitted, (None,), A31),
    Kind.RECEIVED: (received, NEW, A31),
    Kind.CORRECTION_NOTICE: (correction_notice, ALONE, A30),
    Kind.CORRECTED: (corrected, (CORRECTION_PENDING,), A30),
    Kind.CORRECTION_LAPSED: (correction_lapsed, (CORRECTION_PENDING,), A30),
    Kind.CONSULTATION_SENT: (consultation_sent, OPEN, A32),
    Kind.CONSULTATION_RECEIVED: (consultation_received, ANSWERABLE, A32),
    Kind.CONSULTATION_RETURNED: (consultation_returned, ANSWERABLE, A32),
    Kind.THIRD_PARTY_NOTIFIED: (third_party_notified, TAKEN, A32),
    Kind.EXTENDED: (extended, OPEN, A33),
    Kind.REASONS_REQUESTED: (reasons_requested, ALONE, A35),
    Kind.REASONS_GIVEN: (reasons_given, OPEN, A35),
    Kind.DEFERRED: (deferred, ALONE, A35),
    Kind.FEE_NOTICE: (fee_notice, ALONE, A42),
    Kind.FEE_PAID: (fee_paid, (FEE_PENDING,), A42),
    Kind.FEE_LAPSED: (fee_lapsed, (FEE_PENDING,), A42),
    Kind.DECIDED: (decided, TAKEN, A33),
    Kind.DISPATCHED: (dispatched, (DECIDED,), A33),
    Kind.DELIVERED: (delivered, SENT, A33),
    Kind.WITHDRAWN: (withdrawn, UNSENT, A33),
    Kind.REMANDED: (remanded, (*SENT, ARCHIVED, CLOSED), REMAND),
    Kind.JOINED: (beside, UNSENT, A45),
    Kind.PARTED: (beside, UNSENT, A45),
    Kind.VOIDED: (voided, ANYWHERE, REGULATION),
}

AGAIN = {Kind.SUBMITTED: submitted_again, Kind.RECEIVED: received_again}
"""The refusals that say more than where the case stands."""


def _refusal(stages: tuple[Stage | None, ...], article: str) -> Act:
    def not_here(case: Case, event: Event) -> None:
        raise misplaced(case, event, stages, article)

    return not_here


def _alone(act: Act, stages: tuple[Stage | None, ...], article: str) -> Act:
    def alone(case: Case, event: Event) -> None:
        if case.consulting(event.on):
            raise misplaced(case, event, stages, article)
        act(case, event)

    return alone


def _at(stage: Stage | None) -> dict[Kind, Act]:
    found = {}
    for kind, (act, stages, article) in _PLACES.items():
        if stage not in stages:
            found[kind] = AGAIN.get(kind) or _refusal(stages, article)
        elif stages is ALONE:
            found[kind] = _alone(act, stages, article)
        else:
            found[kind] = act
    return found


ACTS: dict[Stage | None, dict[Kind, Act]] = {stage: _at(stage) for stage in ANYWHERE}
"""For each stage what an event of each kind does there: its act, or its refusal."""
