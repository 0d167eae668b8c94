"""办件记录的前提: what must stand before an event, told in a sentence where it does not.

The guards are shared by the events of one application; each raises :class:`NotAllowed`, or notes a breach.

Source: 政府信息公开条例第三十条至第三十五条, 第四十二条.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from gongkai.statute.case import REGULATION, Case
from gongkai.statute.case_words import CLOSED, REPLY_LATE, STAGES, Breach, Stage
from gongkai.statute.events import Event, Kind
from gongkai.statute.working_days import ONE_DAY
from gongkai.values.dates import day_words
from gongkai.values.errors import NotAllowed

A30, A31, A32, A33, A34, A35, A42, A45 = (f"{REGULATION}第{n}条" for n in (
    "三十", "三十一", "三十二", "三十三", "三十四", "三十五", "四十二", "四十五"))  # fmt: skip


def misplaced(case: Case, event: Event, stages: Sequence[Stage | None], article: str) -> NotAllowed:
    """Why an event cannot stand where the case is on its day, though it could at these stages."""
    stage = case.stage_on(event.on)
    if stage is None:
        return NotAllowed("此前没有提交或者收到申请的记录。请先登记申请的提交或者收到。", A31)
    may = "”“".join(STAGES[one] for one in stages if one is not None)
    return NotAllowed(
        f"申请当时的阶段是“{STAGES[stage]}”，这一步只能在“{may}”时进行。请核对日期和先后次序。", article
    )


def restart(case: Case, event: Event, words: str, article: str) -> None:
    """Let the reply period begin anew on the event's day, or on the next by setting (A5)."""
    later = case.reading.restart_from_next_day and event.kind is Kind.CORRECTED
    case.begin(event.on + ONE_DAY if later else event.on, words, article)


def lapsed(event: Event, last: dt.date | None, what: str, article: str) -> None:
    """Refuse a lapse while the period still runs, or has not begun for want of a receipt."""
    if last is None:
        raise NotAllowed(f"没有记载申请人收到通知的日期，{what}期限还没有起算。请先补记收到日期。", article)
    if event.on <= last:
        raise NotAllowed(f"{what}期限到{day_words(last)}为止，当日仍可{what}，次日起才算逾期。", article)


def close(case: Case, outcome: str) -> None:
    """Close the case with a row; after a remand it keeps the one it has (A12)."""
    case.outcome = case.outcome or outcome
    case.stage = CLOSED


def in_order(event: Event, article: str) -> None:
    """Refuse a notice that arrives, or lets a period end, before it is sent."""
    for day, words in ((event.notice_received_on, "申请人收到通知的日期"), (event.until, "期限的截止日")):
        if day is not None and day < event.on:
            raise NotAllowed(
                f"{words}{day_words(day)}早于发出之日{day_words(event.on)}。请核对日期。", article
            )


def in_time(case: Case, event: Event, letter: str, article: str, breach: Breach | None) -> None:
    """Refuse a letter sent after the lenient date; one between strict and lenient date is noted."""
    strict = case.strict_due(event.on)
    if strict is None or event.on <= strict:  # then it is no later than the lenient date either
        return
    lenient = case.due(event.on)[1]
    if lenient is not None and event.on > lenient:
        raise NotAllowed(
            f"答复期限已于{day_words(lenient)}届满，{day_words(event.on)}再发{letter}没有效力。请尽快答复，并依规定说明逾期情况。",
            article,
        )
    if breach is not None:
        note(case, breach)


def note(case: Case, breach: Breach) -> None:
    """Note a breach, once."""
    if breach not in case.breaches:
        case.breaches = (*case.breaches, breach)


def note_if_late(case: Case, done: dt.date, lenient: dt.date | None) -> None:
    """Note that the reply came after the lenient date."""
    if lenient is not None and done > lenient:
        note(case, REPLY_LATE)
