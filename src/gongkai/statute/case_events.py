"""每一类记录的效力: what each kind of event does to an application, and when the law refuses it.

One function a kind: it checks what must stand before, raises :class:`NotAllowed` with a sentence where
it does not, and changes the case. The order of stages is 收到 → 办理（补正、征求意见、缴费）→ 决定 →
发出 → 送达.

Source: 政府信息公开条例第三十条至第三十五条, 第四十二条; 国办函〔2020〕109号.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from gongkai.statute.case import REGULATION, Case, Consultation, Pause, periods_on
from gongkai.statute.case_words import KINDS, STAGES, Breach, Stage
from gongkai.statute.decisions import decision
from gongkai.statute.events import Asked, Event, Kind
from gongkai.statute.parameters import value_on
from gongkai.statute.receipt import CONFIRMED, receipt
from gongkai.statute.working_days import ONE_DAY
from gongkai.values.errors import NotAllowed, NotInForce

A30, A31, A32, A33, A34, A35, A42 = (f"{REGULATION}第{n}条" for n in (
    "三十", "三十一", "三十二", "三十三", "三十四", "三十五", "四十二"))  # fmt: skip
LAPSES = {
    "otherwise.correction_lapsed": Kind.CORRECTION_LAPSED,
    "otherwise.fee_unpaid": Kind.FEE_LAPSED,
}
"""Rows into which an application falls by an event of its own."""
REMAND = "《中华人民共和国行政复议法》《中华人民共和国行政诉讼法》"

Act = Callable[[Case, Event], None]


def _at(case: Case, event: Event, article: str, *stages: Stage) -> None:
    """Refuse the event unless the case stands at one of these stages on its day."""
    if case.stage in stages and (case.stage is not Stage.PROCESSING or Stage.CONSULTING in stages):
        return
    stage = case.stage_on(event.on)
    if stage in stages:
        return
    if stage is None:
        raise NotAllowed("此前没有提交或者收到申请的记录。请先登记申请的提交或者收到。", A31)
    may = "”“".join(STAGES[one] for one in stages)
    raise NotAllowed(
        f"申请当时的阶段是“{STAGES[stage]}”，这一步只能在“{may}”时进行。请核对日期和先后次序。", article
    )


def submitted(case: Case, event: Event) -> None:
    """提交: receipt at once when handed in or signed for; otherwise a confirmation is awaited (art. 31)."""
    if case.stage is not None:
        raise NotAllowed("这件申请已经登记过提交或者收到，不能再次提交。另一件申请请另立一案。", A31)
    case.submitted, case.channel = event.on, event.channel
    if event.channel is None:
        case.stage = Stage.SUBMITTED
        return
    case.stage = Stage.CONFIRMING if event.channel in CONFIRMED else Stage.PROCESSING
    _receive(case, event, None if event.channel in CONFIRMED else event)


def received(case: Case, event: Event) -> None:
    """收到: the day of receipt, or of confirmation after a submission (art. 31)."""
    if case.received is not None:
        raise NotAllowed(
            f"这件申请已于{case.received}收到，收到申请之日只有一个。登记有误的，请先作废原记录。", A31
        )
    if case.stage is not None and case.stage not in (Stage.SUBMITTED, Stage.CONFIRMING):
        _at(case, event, A31, Stage.SUBMITTED, Stage.CONFIRMING)
    if case.channel is None:
        case.channel = event.channel
    case.stage = Stage.PROCESSING
    _receive(case, event, event)


def _receive(case: Case, event: Event, got: Event | None) -> None:
    case.periods = periods_on(event.on)
    case.received = got.on if got else None
    found = receipt(case.channel, case.submitted, case.received, case.calendar, case.settings)
    if found is None:
        return
    case.first_strict, case.first_lenient = found.strict, found.lenient
    awaited = (
        case.submitted is not None and found.strict == case.submitted and case.submitted != case.received
    )
    words = "提交申请之日" if awaited else "收到申请之日"
    case.run_from(found.strict, found.lenient, f"{words}，当日不计算在内（{found.article}）")


def correction_notice(case: Case, event: Event) -> None:
    """补正告知: once only; late after the seventh working day; the clock stops (art. 30)."""
    _at(case, event, A30, Stage.PROCESSING)
    if case.corrections:
        raise NotAllowed(
            "补正只能一次性告知，这件申请已经告知过补正。仍不明确的，请作出相应的处理决定。", A30
        )
    _in_order(event, A30)
    first = case.first_lenient or event.on
    if event.on > case.calendar.nth_after(first, case.periods.correction_notice):
        case.breaches.append(Breach.CORRECTION_NOTICE_LATE)
    case.corrections += 1
    case.correction_set = event.until is not None
    case.correction_last = event.until
    if event.until is None and event.notice_received_on is not None:
        days = case.reading.correction_days
        case.correction_last = case.calendar.nth_after(event.notice_received_on, days)
    case.stopped = event.on
    case.stage = Stage.CORRECTION_PENDING


def corrected(case: Case, event: Event) -> None:
    """补正: in time, or late for a good reason; the reply period begins anew (art. 30, A4, A5, A9)."""
    _at(case, event, A30, Stage.CORRECTION_PENDING)
    last = case.correction_last
    if last is not None and event.on > last and "justified_delay" not in event.facts:
        raise NotAllowed(
            f"补正期限到{last}为止，{event.on}收到的补正已经逾期。有正当理由的，请在记录中载明"
            "（facts = [\"justified_delay\"]）；没有的，登记逾期未补正。", A30,
        )  # fmt: skip
    late = Breach.CORRECTION_NOTICE_LATE in case.breaches
    if late:
        case.without_restart = case.due(event.on)[0]
    if not late or case.reading.late_notice_restarts:
        _restart(case, event, f"收到补正申请之日，期限重新起算，当日不计算在内（{A30}）")
    case.corrected = True
    case.stage = Stage.PROCESSING


def _restart(case: Case, event: Event, words: str) -> None:
    later = case.reading.restart_from_next_day and event.kind is Kind.CORRECTED
    case.begin(event.on + ONE_DAY if later else event.on, words)


def correction_lapsed(case: Case, event: Event) -> None:
    """逾期不补正: the period has run out without a correction; the application is taken as given up
    (art. 30).
    """
    _at(case, event, A30, Stage.CORRECTION_PENDING)
    _lapsed(event, case.correction_last, "补正", A30)
    _close(case, event, "otherwise.correction_lapsed")


def _lapsed(event: Event, last: dt.date | None, what: str, article: str) -> None:
    if last is None:
        raise NotAllowed(f"没有记载申请人收到通知的日期，{what}期限还没有起算。请先补记收到日期。", article)
    if event.on <= last:
        raise NotAllowed(f"{what}期限到{last}为止，当日仍可{what}，次日起才算逾期。", article)


def _close(case: Case, event: Event, outcome: str) -> None:
    case.outcome = case.outcome or outcome
    case.stage, case.closed = Stage.CLOSED, event.on


def consultation_sent(case: Case, event: Event) -> None:
    """征求意见: the time needed is not counted (arts. 32–34)."""
    article = A34 if event.to is Asked.JOINT_MAKER else A32
    _at(case, event, article, Stage.PROCESSING, Stage.CONSULTING)
    if not event.id or event.to is None:
        raise NotAllowed(
            "征求意见要写明编号（id）和征求的对象（to），以便与答复对应。请补上再登记。", article
        )
    if event.id in case.consultations:
        raise NotAllowed(f"编号“{event.id}”已经用过。请给这次征求意见另起编号。", article)
    one = Consultation(event.id, event.to, event.on)
    case.consultations[event.id] = one
    if event.notice_received_on is not None:
        _arrived(case, one, event.notice_received_on)


def consultation_received(case: Case, event: Event) -> None:
    """被征求方收到: its period for the answer runs from here (arts. 32, 34)."""
    one = _consultation(case, event)
    if one.received is not None:
        raise NotAllowed(
            f"被征求方已于{one.received}收到征求意见书，不能再记一次。登记有误的，请先作废原记录。", A32
        )
    _arrived(case, one, event.on)


def _arrived(case: Case, one: Consultation, on: dt.date) -> None:
    one.received = on
    days = case.reading.other_organ_days if one.to is Asked.OTHER_ORGAN else case.periods.opinion
    if days:
        one.last = case.calendar.nth_after(on, days)


def consultation_returned(case: Case, event: Event) -> None:
    """收到意见: the consultation is over (arts. 32–34); an opinion after the last day moves nothing (A8)."""
    _consultation(case, event).returned = event.on


def _consultation(case: Case, event: Event) -> Consultation:
    _at(case, event, A32, Stage.PROCESSING, Stage.CONSULTING, Stage.CORRECTION_PENDING, Stage.FEE_PENDING,
        Stage.DECIDED)  # fmt: skip
    one = case.consultations.get(event.id or "")
    if one is None:
        raise NotAllowed(f"没有编号为“{event.id or ''}”的征求意见。请核对编号（id）。", A32)
    if one.returned is not None:
        raise NotAllowed(f"编号“{one.id}”的征求意见已于{one.returned}收到答复，此后不再登记。", A32)
    return one


def third_party_notified(case: Case, event: Event) -> None:
    """告知第三方: before what it objects to is disclosed (art. 32)."""
    _at(case, event, A32, Stage.PROCESSING, Stage.CONSULTING, Stage.DECIDED)
    if not any(one.to is Asked.THIRD_PARTY for one in case.consultations.values()):
        raise NotAllowed("这件申请没有征求过第三方的意见，无从告知。请先书面征求意见。", A32)


def extended(case: Case, event: Event) -> None:
    """延长答复期限: approved, told in time, and not more than the law gives in all (art. 33 ¶2)."""
    _at(case, event, A33, Stage.PROCESSING, Stage.CONSULTING)
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
    _in_time(case, event, "延期答复告知书", A33, Breach.EXTENSION_LATE)
    case.extension += days
    case.used += days


def _in_time(case: Case, event: Event, letter: str, article: str, breach: Breach | None) -> None:
    """Refuse a letter sent after the lenient date; one between strict and lenient date is noted."""
    strict, lenient = case.due(event.on)
    if lenient is not None and event.on > lenient:
        raise NotAllowed(
            f"答复期限已于{lenient}届满，{event.on}再发{letter}没有效力。请尽快答复，并依规定说明逾期情况。",
            article,
        )
    if breach is not None and strict is not None and event.on > strict and breach not in case.breaches:
        case.breaches.append(breach)


def reasons_requested(case: Case, event: Event) -> None:
    """要求说明理由: for clearly excessive numbers (art. 35); it does not stop the clock (A10)."""
    _at(case, event, A35, Stage.PROCESSING)
    case.reasons = False
    if case.reading.reasons_stop:
        case.pauses.append(Pause(event.on, None, f"等待申请人说明理由，不计算在内（{A35}，按所选设置）"))


def reasons_given(case: Case, event: Event) -> None:
    """说明理由 (art. 35)."""
    _at(case, event, A35, Stage.PROCESSING)
    if case.reasons is None:
        raise NotAllowed("此前没有要求申请人说明理由的记录。请先登记说明理由告知书。", A35)
    case.reasons = True
    for pause in case.pauses:
        pause.stop = pause.stop or event.on


def deferred(case: Case, event: Event) -> None:
    """延迟答复: the reasons are sound but the number too great; a day is set and told (art. 35)."""
    _at(case, event, A35, Stage.PROCESSING)
    if not case.reasons:
        raise NotAllowed(
            "申请人尚未说明理由，还不能确定延迟答复的期限。请先登记要求说明理由和收到理由说明。", A35
        )
    if event.until is None or event.until < event.on:
        raise NotAllowed("延迟答复应当告知合理的期限，请写明不早于告知之日的截止日（until）。", A35)
    case.set_day = event.until
    case.set_words = f"延迟答复的期限届满（{A35}）"


def fee_notice(case: Case, event: Event) -> None:
    """收费通知: within the reply period; the clock stops until payment (art. 42)."""
    _at(case, event, A42, Stage.PROCESSING)
    if (event.amount or 0) <= 0:
        raise NotAllowed("收费通知应当写明金额（amount），单位为元，大于0。不收费的，不发收费通知。", A42)
    _in_order(event, A42)
    _in_time(case, event, "收费通知书", A42, None)
    case.payment_last = None
    try:
        value = value_on("payment_period", event.on)
    except NotInForce as error:
        raise NotAllowed(f"{error}此前不能收取信息处理费。", A42) from None
    case.payment_article = value.article
    if event.notice_received_on is not None:
        case.payment_last = case.calendar.nth_after(event.notice_received_on, value.content["days"])
    case.stopped = event.on
    case.stage = Stage.FEE_PENDING


def fee_paid(case: Case, event: Event) -> None:
    """缴费: in time; the reply period begins anew (RECALLED, setting fee.restart)."""
    _at(case, event, case.payment_article or A42, Stage.FEE_PENDING)
    if case.payment_last is not None and event.on > case.payment_last:
        raise NotAllowed(
            f"缴费期限到{case.payment_last}为止，逾期缴费视为放弃申请。请登记逾期未缴费，并退回款项。",
            case.payment_article,
        )
    if case.reading.fee_restarts:
        _restart(case, event, f"缴费完成之日，期限重新起算，当日不计算在内（{case.payment_article}）")
    elif case.stopped is not None:
        case.pauses.append(Pause(case.stopped, event.on, f"等待缴费，不计算在内（{case.payment_article}）"))
    case.stage = Stage.PROCESSING


def fee_lapsed(case: Case, event: Event) -> None:
    """逾期不缴费: taken as giving up (国办函〔2020〕109号)."""
    _at(case, event, case.payment_article or A42, Stage.FEE_PENDING)
    _lapsed(event, case.payment_last, "缴费", case.payment_article)
    _close(case, event, "otherwise.fee_unpaid")


def decided(case: Case, event: Event) -> None:
    """处理决定: taken while an opinion is awaited it is a breach, unless it does not depend on it."""
    _at(case, event, A33, Stage.PROCESSING, Stage.CONSULTING)
    if not event.decision:
        raise NotAllowed("没有写明是哪一种决定（decision）。可用的种类见“gongkai schema --decisions”。", A33)
    kind = decision(event.decision)
    if kind.row == "unavailable.still_unclear" and not case.corrected:
        raise NotAllowed("这种决定以补正后内容仍不明确为前提，这件申请没有补正过。请先发出补正告知书。", A30)
    if kind.row in LAPSES:
        raise NotAllowed(f"逾期不再处理不是另作的决定，请登记“{KINDS[LAPSES[kind.row]]}”。", kind.articles[0])
    if "consultation_irrelevant" not in event.facts and case.consulting(event.on):
        case.breaches.append(Breach.DECIDED_WHILE_CONSULTING)
    case.outcome = case.outcome or kind.row
    case.decided, case.stage = event.on, Stage.DECIDED


def dispatched(case: Case, event: Event) -> None:
    """发出: posted, sent or handed over; in time if so by the due date (民事诉讼法第八十五条)."""
    _at(case, event, A33, Stage.DECIDED)
    case.due_then = case.due(event.on)
    if not case.reading.timely_by_delivery:
        _late_if_after(case, event, case.due_then[1])
    case.dispatched, case.stage = event.on, Stage.DELIVERED


def delivered(case: Case, event: Event) -> None:
    """送达: the applicant has it; remedies run from here."""
    _at(case, event, A33, Stage.DELIVERED)
    if case.delivered is not None:
        raise NotAllowed(f"答复已于{case.delivered}送达，不能再记一次。登记有误的，请先作废原记录。", A33)
    if case.reading.timely_by_delivery:
        _late_if_after(case, event, case.due_then[1])
    case.delivered = event.on


def _late_if_after(case: Case, event: Event, lenient: dt.date | None) -> None:
    if lenient is not None and event.on > lenient and Breach.REPLY_LATE not in case.breaches:
        case.breaches.append(Breach.REPLY_LATE)


def withdrawn(case: Case, event: Event) -> None:
    """撤回: at the applicant's recorded wish, until the reply is sent."""
    _at(case, event, A33, Stage.SUBMITTED, Stage.CONFIRMING, Stage.PROCESSING, Stage.CONSULTING,
        Stage.CORRECTION_PENDING, Stage.FEE_PENDING, Stage.DECIDED)  # fmt: skip
    case.withdrawn = True
    if case.remanded is None:
        case.outcome = None
    if case.stage not in (Stage.CORRECTION_PENDING, Stage.FEE_PENDING):
        _late_if_after(case, event, case.due(event.on)[1])
    _close(case, event, "otherwise.other")


def remanded(case: Case, event: Event) -> None:
    """责令重新答复: handled anew within the period that was ordered; the case keeps its row (A12)."""
    _at(case, event, REMAND, Stage.DELIVERED, Stage.ARCHIVED, Stage.CLOSED)
    if case.withdrawn:
        raise NotAllowed("申请人已经撤回申请，没有可以责令重作的答复。申请人再次申请的，请另立一案。", REMAND)
    if event.until is None or event.until < event.on:
        raise NotAllowed("请写明复议决定或者判决责令重新答复的截止日（until），不早于收到之日。", REMAND)
    case.remanded, case.stage = event.on, Stage.PROCESSING
    case.set_day = event.until
    case.set_words = f"责令重新答复的期限届满（{REMAND}）"
    case.decided = case.dispatched = case.delivered = case.closed = None
    for one in case.consultations.values():
        one.over = True


def _in_order(event: Event, article: str) -> None:
    """Refuse a notice that arrives, or lets a period end, before it is sent."""
    for day, words in ((event.notice_received_on, "申请人收到通知的日期"), (event.until, "期限的截止日")):
        if day is not None and day < event.on:
            raise NotAllowed(f"{words}{day}早于发出之日{event.on}。请核对日期。", article)


def voided(case: Case, event: Event) -> None:
    """作废: what takes back an earlier event never comes here; the rest is refused."""
    raise NotAllowed(
        "要作废的记录（of）应当是它前面的一条，此前没有作废过，本身也不是作废记录。请核对编号。", REGULATION
    )


ACTS: dict[Kind, Act] = {
    Kind.SUBMITTED: submitted,
    Kind.RECEIVED: received,
    Kind.CORRECTION_NOTICE: correction_notice,
    Kind.CORRECTED: corrected,
    Kind.CORRECTION_LAPSED: correction_lapsed,
    Kind.CONSULTATION_SENT: consultation_sent,
    Kind.CONSULTATION_RECEIVED: consultation_received,
    Kind.CONSULTATION_RETURNED: consultation_returned,
    Kind.THIRD_PARTY_NOTIFIED: third_party_notified,
    Kind.EXTENDED: extended,
    Kind.REASONS_REQUESTED: reasons_requested,
    Kind.REASONS_GIVEN: reasons_given,
    Kind.DEFERRED: deferred,
    Kind.FEE_NOTICE: fee_notice,
    Kind.FEE_PAID: fee_paid,
    Kind.FEE_LAPSED: fee_lapsed,
    Kind.DECIDED: decided,
    Kind.DISPATCHED: dispatched,
    Kind.DELIVERED: delivered,
    Kind.WITHDRAWN: withdrawn,
    Kind.REMANDED: remanded,
    Kind.VOIDED: voided,
}
"""What each kind does."""
