"""等待申请人和征求意见: corrections, consultations and fees: what stops the clock, or is left out of it.

Source: 政府信息公开条例第三十条, 第三十二条至第三十四条, 第四十二条; 国办函〔2020〕109号.
"""

from __future__ import annotations

import datetime as dt

from gongkai.statute.case import (
    NOT_ASKED,
    NOT_CHARGED,
    Case,
    Consultation,
    Correction,
    Fee,
    Pause,
)
from gongkai.statute.case_guards import (
    A30,
    A32,
    A34,
    A42,
    close,
    in_order,
    in_time,
    lapsed,
    note,
    restart,
)
from gongkai.statute.case_words import (
    CORRECTION_NOTICE_LATE,
    CORRECTION_PENDING,
    FEE_PENDING,
    PROCESSING,
)
from gongkai.statute.events import Asked, Event
from gongkai.statute.parameters import value_on
from gongkai.values.dates import day_words
from gongkai.values.errors import NotAllowed, NotInForce

THIRD_PARTY, JOINT_MAKER, OTHER_ORGAN = Asked

A42_BY = f"{A42}，国办函〔2020〕109号第三条"
"""The fee is charged by one of two modes, which the organ chooses once for an application."""


def correction_notice(case: Case, event: Event) -> None:
    """补正告知: once only; late after the seventh working day; the clock stops (art. 30)."""
    if case.correction is not NOT_ASKED:
        raise NotAllowed(
            "补正只能一次性告知，这件申请已经告知过补正。仍不明确的，请作出相应的处理决定。", A30
        )
    in_order(event, A30)
    receipt = case.first
    first = (receipt and receipt.lenient) or event.on
    if event.on > case.calendar.nth_after(first, case.periods.correction_notice):
        note(case, CORRECTION_NOTICE_LATE)
    last = event.until
    if last is None and event.notice_received_on is not None:
        last = case.calendar.nth_after(event.notice_received_on, case.reading.correction_days)
    case.correction = Correction(last, is_set=event.until is not None, came=False)
    case.stopped = event.on
    case.stage = CORRECTION_PENDING


def corrected(case: Case, event: Event) -> None:
    """补正: in time, or late for a good reason; the reply period begins anew (art. 30, A4, A5, A9)."""
    last = case.correction_last
    if last is not None and event.on > last and "justified_delay" not in event.facts:
        raise NotAllowed(
            f"补正期限到{day_words(last)}为止，{day_words(event.on)}收到的补正已经逾期。有正当理由的，请在记录中载明"
            "（facts = [\"justified_delay\"]）；没有的，登记逾期未补正。", A30,
        )  # fmt: skip
    late = CORRECTION_NOTICE_LATE in case.breaches
    if late:
        case.without_restart = case.due(event.on)[0]
    if not late or case.reading.late_notice_restarts:
        restart(case, event, "收到补正申请之日", A30)
    case.correction = case.correction._replace(came=True)
    case.stage = PROCESSING


def correction_lapsed(case: Case, event: Event) -> None:
    """逾期不补正: the period has run out without a correction; the application is taken as given up
    (art. 30).
    """
    lapsed(event, case.correction_last, "补正", A30)
    close(case, "otherwise.correction_lapsed")


def consultation_sent(case: Case, event: Event) -> None:
    """征求意见: the time needed is not counted (arts. 32–34)."""
    id, to = event.id, event.to
    if not id or to is None:
        raise NotAllowed(
            "征求意见要写明编号（id）和征求的对象（to），以便与答复对应。请补上再登记。", _article(to)
        )
    if id in case.consultations:
        raise NotAllowed(f"编号“{id}”已经用过。请给这次征求意见另起编号。", _article(to))
    case.consultations[id] = one = Consultation().of(event)
    case.waiting += 1
    if event.notice_received_on is not None:
        _arrived(case, one, event.notice_received_on)


def _article(to: Asked | None) -> str:
    return A34 if to is JOINT_MAKER else A32


def consultation_received(case: Case, event: Event) -> None:
    """被征求方收到: its period for the answer runs from here (arts. 32, 34)."""
    one = case.consultations.get(event.id or "")
    if one is None or one.returned is not None:
        raise _not_open(one, event)
    if one.received is not None:
        raise NotAllowed(
            f"被征求方已于{day_words(one.received)}收到征求意见书，不能再记一次。登记有误的，请先作废原记录。",
            A32,
        )
    _arrived(case, one, event.on)


def _arrived(case: Case, one: Consultation, on: dt.date) -> None:
    one.received = on
    days = case.reading.other_organ_days if one.asked.to is OTHER_ORGAN else case.periods.opinion
    if days:
        one.last = case.calendar.nth_after(on, days)


def consultation_returned(case: Case, event: Event) -> None:
    """收到意见: the consultation is over (arts. 32–34); an opinion after the last day moves nothing (A8)."""
    one = case.consultations.get(event.id or "")
    if one is None or one.returned is not None:
        raise _not_open(one, event)
    one.returned = event.on
    if one.awaited:  # a remand may have ended the waiting for it
        one.awaited = False
        case.waiting -= 1
    days = one.left_out(event.on, case.reading)
    if days is not None:
        case.leave_out(days)


def _not_open(one: Consultation | None, event: Event) -> NotAllowed:
    """Why nothing can be noted of a consultation that was never sent, or was answered."""
    if one is None or one.returned is None:
        return NotAllowed(f"没有编号为“{event.id or ''}”的征求意见。请核对编号（id）。", A32)
    return NotAllowed(f"编号“{event.id}”的征求意见已于{day_words(one.returned)}收到答复，此后不再登记。", A32)


def third_party_notified(case: Case, event: Event) -> None:
    """告知第三方: before what it objects to is disclosed (art. 32)."""
    if not any(one.to is THIRD_PARTY for one in case.consultations.values()):
        raise NotAllowed("这件申请没有征求过第三方的意见，无从告知。请先书面征求意见。", A32)


def fee_notice(case: Case, event: Event) -> None:
    """收费通知: once, within the reply period; the clock stops until payment (art. 42)."""
    if (event.amount or 0) <= 0:
        raise NotAllowed("收费通知应当写明金额（amount），单位为元，大于0。不收费的，不发收费通知。", A42)
    if case.fee is not NOT_CHARGED:
        raise NotAllowed(
            "这件申请已经发过收费通知。按件、按量计收只能选择一种，一件申请只通知一次。"
            "原通知有误的，请先作废原记录。",
            A42_BY,
        )
    in_order(event, A42)
    in_time(case, event, "收费通知书", A42, None)
    try:
        value = value_on("payment_period", event.on)
    except NotInForce as error:
        raise NotAllowed(f"{error}此前不能收取信息处理费。", A42) from None
    last = None
    if event.notice_received_on is not None:
        last = case.calendar.nth_after(event.notice_received_on, value.content["days"])
    case.fee = Fee(last, value.article)
    case.stopped = event.on
    case.stage = FEE_PENDING


def fee_paid(case: Case, event: Event) -> None:
    """缴费: in time; the reply period begins anew (RECALLED, setting fee.restart)."""
    last, article = case.fee
    if last is not None and event.on > last:
        raise NotAllowed(
            f"缴费期限到{day_words(last)}为止，逾期缴费视为放弃申请。请登记逾期未缴费，并退回款项。", article
        )
    if case.reading.fee_restarts:
        restart(case, event, "缴费完成之日", article)
    elif case.stopped is not None:
        case.leave_out((case.stopped, event.on))
        paid = Pause(case.stopped, event.on, f"等待缴费，不计算在内（{article}）")
        case.pauses = (*case.pauses, paid)
    case.stage = PROCESSING


def fee_lapsed(case: Case, event: Event) -> None:
    """逾期不缴费: taken as giving up (国办函〔2020〕109号)."""
    last, article = case.fee
    lapsed(event, last, "缴费", article)
    close(case, "otherwise.fee_unpaid")
