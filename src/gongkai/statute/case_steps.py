"""一件申请的逐日计算: the account of a case's date, told from the state that its events left.

Made only when somebody asks; the date itself does not need it.
"""

from __future__ import annotations

import datetime as dt

from gongkai.statute.account import Left, Step, Stretch, account
from gongkai.statute.case import REGULATION, Case
from gongkai.statute.case_words import STAGES, Stage
from gongkai.statute.receipt import ARTICLE, ARTICLES


def steps(case: Case, strict: dt.date | None, on: dt.date) -> tuple[Step, ...]:
    """Every day from the base to ``strict``; where no period runs, to ``on``. Empty before a receipt."""
    if case.set_day is not None and strict is not None:
        base = case.remanded or case.strict_base or case.set_day.on
        first = _first(case) if case.remanded is None else "收到决定之日"
        stretch = Stretch(base, strict, first, case.set_day.words)
        return account(case.calendar, stretch)
    if case.strict_base is None:
        return ()
    today = case.dispatched or on
    left = case.left(today)
    if strict is not None:
        last = f"答复期限{case.period}个工作日届满（{case.periods.article}）"
        return account(case.calendar, Stretch(case.strict_base, strict, _first(case), last), left)
    stage = case.stage
    if stage is None or stage is Stage.CLOSED or case.stopped is None:
        return ()
    left.append(Left(case.stopped, on, f"{STAGES[stage]}，期限停止计算（{REGULATION}）"))
    return account(
        case.calendar, Stretch(case.strict_base, max(on, case.strict_base), _first(case), ""), left
    )


def _first(case: Case) -> str:
    """Why the period begins where it does."""
    if case.restarted is not None:
        words, article = case.restarted
        return f"{words}，期限重新起算，当日不计算在内（{article}）"
    awaited = case.submitted is not None and case.strict_base == case.submitted != case.received
    words = "提交申请之日" if awaited else "收到申请之日"
    return f"{words}，当日不计算在内（{ARTICLES[case.channel] if case.channel else ARTICLE}）"
