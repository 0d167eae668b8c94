"""A case as its applicant is told it: what happened, where it stands, what is awaited from whom, until when.

Nothing of the office's inner work: a decision shows once the reply has left; who was asked is never named.

Source: 条例 arts. 30–37, 42; 国办函〔2020〕109号; points A1, A23 (INFERRED).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.ledger.transitions import Stage
from gongkai.statute.case_words import ASKED
from gongkai.statute.events import Event, Kind
from gongkai.values.dates import day_words
from gongkai.web.applications.cases import CaseState, calendar_of

TOLD = {
    Kind.SUBMITTED: "提交申请",
    Kind.RECEIVED: "机关确认收到申请",
    Kind.CORRECTION_NOTICE: "机关发出补正告知书",
    Kind.CORRECTED: "机关收到补正",
    Kind.CORRECTION_LAPSED: "到期没有补正，机关不再处理",
    Kind.CONSULTATION_RETURNED: "机关收到征求的意见",
    Kind.REASONS_REQUESTED: "机关请申请人说明理由",
    Kind.REASONS_GIVEN: "机关收到说明的理由",
    Kind.FEE_PAID: "信息处理费已经缴纳",
    Kind.FEE_LAPSED: "到期没有缴费，机关不再处理",
    Kind.DISPATCHED: "机关发出答复",
    Kind.DELIVERED: "答复送达",
    Kind.WITHDRAWN: "申请人撤回申请",
    Kind.REMANDED: "按照复议决定或者判决重新办理",
}
"""What is told in fixed words; others say more, or are inner work."""

STANDS = {
    Stage.SUBMITTED: "已经提交，等待机关确认收到",
    Stage.CONFIRMING: "已经提交，等待机关确认收到",
    Stage.PROCESSING: "正在办理",
    Stage.CORRECTION_PENDING: "等待您补正",
    Stage.CONSULTING: "正在办理，机关在征求意见",
    Stage.FEE_PENDING: "等待您缴费",
    Stage.DECIDED: "正在制作、送达答复",
    Stage.DELIVERED: "已经答复",
    Stage.CLOSED: "已经结束",
}
NEXT = {
    Stage.SUBMITTED: "请留意电话和邮件：机关会与您确认收到申请。",
    Stage.CONFIRMING: "请留意电话和邮件：机关会与您确认收到申请。",
    Stage.PROCESSING: "现在不需要您做什么。机关在最后一日以前答复；"
    "需要补正、缴费或者延长期限的，会书面通知您。",
    Stage.CORRECTION_PENDING: "请按补正告知书写明的内容补正。期限自机关收到补正之日起重新计算；"
    "没有正当理由逾期不补正的，视为放弃申请（《条例》第三十条）。",
    Stage.CONSULTING: "现在不需要您做什么。征求第三方和其他机关意见所需的时间"
    "不计算在答复期限内（《条例》第三十三条第三款）。",
    Stage.FEE_PENDING: "请按收费通知书缴费。答复期限自缴费完成之次日起重新计算；逾期未缴的，视为放弃申请。",
    Stage.DECIDED: "现在不需要您做什么。答复发出以后，在本页下载。",
    Stage.DELIVERED: "答复在下面的文书里。不服答复的，按答复书写明的途径和期限申请行政复议或者提起行政诉讼。",
    Stage.CLOSED: "这件申请不再办理。仍然需要信息的，可以重新申请。",
}


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that happened: day and words."""

    on: dt.date
    words: str


@dataclass(frozen=True, slots=True)
class Last:
    """A last day: what it is for, the day with its weekday, what is left until then, its article."""

    what: str
    on: dt.date
    weekday: str
    left: str
    article: str


def story(state: CaseState) -> list[Told]:
    """What happened, by day; inner work left out."""
    return [Told(one.on, words) for one in state.case.events if (words := _words(one))]


def _words(event: Event) -> str:
    if event.kind is Kind.CONSULTATION_SENT:
        return f"机关征求{ASKED[event.to] if event.to else '其他方面'}意见"
    if event.kind is Kind.EXTENDED:
        return f"机关延长答复期限{event.days}个工作日"
    if event.kind is Kind.DEFERRED:
        return f"机关确定延迟答复，最迟{day_words(event.until)}答复" if event.until else "机关确定延迟答复"
    if event.kind is Kind.FEE_NOTICE:
        return f"机关通知缴纳信息处理费{event.amount}元" if event.amount else "机关通知缴纳信息处理费"
    return TOLD.get(event.kind, "")


def stands(state: CaseState) -> str:
    """Where the case stands, in a few words."""
    return STANDS.get(state.stage, "正在登记")


def what_next(state: CaseState) -> str:
    """What the applicant should do or wait for."""
    return NEXT.get(state.stage, "")


def lasts(state: CaseState) -> Iterator[Last]:
    """The last days that run: of the reply (both readings where they differ), and of what is awaited from
    the applicant.
    """
    clock = state.clock
    if clock is None or state.ended:
        return
    if clock.strict:
        article = next((due.article for due in clock.deadlines if due.id == "reply"), "")
        if clock.lenient == clock.strict:
            yield _last(state, "答复的最后一日", clock.strict, article)
        else:
            yield _last(state, "机关应当安排在这一天以前答复（从严计算）", clock.strict, article)
            if clock.lenient:
                yield _last(state, "超过这一天即为逾期（从宽计算）", clock.lenient, article)
    for due in clock.deadlines:
        if due.id in AWAITED:
            yield _last(state, AWAITED[due.id], due.on, due.article)


def in_the_letter(state: CaseState) -> str:
    """What is said while the last day of what is awaited cannot be counted: the notice has not arrived."""
    if state.stage not in (Stage.CORRECTION_PENDING, Stage.FEE_PENDING):
        return ""
    if any(due.id in AWAITED for due in (state.clock.deadlines if state.clock else ())):
        return ""
    return "最后一日从您收到告知书、通知书之日起计算，写在文书里；文书下载以后，这里会列出日期。"


AWAITED = {"correction": "您补正的最后一日", "payment": "您缴费的最后一日"}


def _last(state: CaseState, what: str, on: dt.date, article: str) -> Last:
    calendar = calendar_of(state.application)
    if on == state.on:
        left = "就是今天"
    elif on > state.on:
        left = f"还有{calendar.count_between(state.on, on)}个工作日"
    else:
        left = f"已经超过{calendar.count_between(on, state.on)}个工作日"
    return Last(what, on, calendar.words(on), left, article)


def two_readings(state: CaseState) -> bool:
    """Whether the last day depends on a doubtful reading of the law, which the page must say."""
    clock = state.clock
    return bool(clock and clock.strict and clock.lenient != clock.strict)


def fee(state: CaseState) -> int | None:
    """The fee that is awaited, in 元; None where none is."""
    if state.stage is not Stage.FEE_PENDING:
        return None
    return next((e.amount for e in reversed(state.case.events) if e.kind is Kind.FEE_NOTICE), None)


def reasons_awaited(state: CaseState) -> bool:
    """Whether the office waits for reasons (art. 35)."""
    told = [e.kind for e in state.case.events if e.kind in (Kind.REASONS_REQUESTED, Kind.REASONS_GIVEN)]
    return bool(told) and told[-1] is Kind.REASONS_REQUESTED and Kind.REASONS_GIVEN in state.next_kinds


def overdue(state: CaseState) -> bool:
    """Whether the reply is late by the lenient date."""
    clock = state.clock
    return bool(clock and not state.ended and clock.timely is False)
