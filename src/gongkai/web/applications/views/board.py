"""The board: what is overdue, due today, near, waiting for others; by unit and person; on any day."""

from __future__ import annotations

import datetime as dt

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gongkai.values.errors import NotAllowed
from gongkai.web.applications.board import Board, board_on
from gongkai.web.applications.urgency import SOON, WORDS, Urgency
from gongkai.web.pages.rows import organ_of
from gongkai.web.rights.access import actor_of, allow
from gongkai.web.workdays.door import calendar_for

PARTS = (Urgency.OVERDUE, Urgency.TODAY, Urgency.SOON, Urgency.WAITING, Urgency.LATER)
HINTS = {
    Urgency.OVERDUE: "严格期限已过。是否逾期按宽限期限判断：收到日是休息日的顺延，"
    "此为有疑义之处的推断，可在设置中改变。",
    Urgency.TODAY: "今天是严格期限的最后一日，今天发出为及时。",
    Urgency.SOON: f"{SOON}个工作日之内到期。",
    Urgency.WAITING: "等待申请人补正、缴费，或者等待被征求意见的一方答复。",
    Urgency.LATER: "期限还远，或者还没有起算。",
}
MOST = 30
"""Lines of one part that the page shows at first; the list shows the rest."""


def asked_day(text: str, today: dt.date) -> tuple[dt.date, str]:
    """The day that the address asks for, and what is wrong with it; today for none or a wrong one."""
    if not text:
        return today, ""
    try:
        return dt.date.fromisoformat(text), ""
    except ValueError:
        return today, "日期没有看懂，下面是今天的看板。请写成2026-03-02这样的格式。"


@allow("applications.read", "GET")
def board(request: HttpRequest) -> HttpResponse:
    """The board of today, or of the day asked for (``day``), of all, a ``unit`` or a ``person``."""
    organ, today = organ_of(request), timezone.localdate()
    day, problem = asked_day(request.GET.get("day", ""), today)
    calendar = calendar_for(organ.region)
    try:
        whole = board_on(organ, day, today, calendar)
    except NotAllowed as error:
        day, problem = today, error.sentence
        whole = board_on(organ, day, today, calendar)
    unit, person = request.GET.get("unit", ""), request.GET.get("person", "")
    actor = actor_of(request)
    context = {
        "day": day,
        "today": today,
        "problem": problem,
        "mine": actor.id,
        "unit": unit,
        "person": person,
        "whose": whose(whole, unit, person),
        "parts": parts(whole.only(unit, person)),
        "shares": [(who, [(WORDS[key], count[key]) for key in PARTS]) for who, count in whole.shares()],
        "part_words": [WORDS[key] for key in PARTS],
        "may_register": actor.may("applications.register"),
    }
    return render(request, "applications/board.html", context)


def whose(board: Board, unit: str, person: str) -> str:
    """The name of the unit or person that the board was narrowed to."""
    for line in board.lines:
        if person and line.handler.person == person:
            return line.handler.person_name
        if unit and line.handler.unit == unit:
            return line.handler.unit_name
    return "所选的处室或者人员" if unit or person else ""


def parts(board: Board) -> list[dict[str, object]]:
    """Each part with its words, its lines (the first of them), and how many there are."""
    out = []
    for key in PARTS:
        lines = board.of(key)
        out.append({
            "key": str(key), "words": WORDS[key], "hint": HINTS[key], "count": len(lines),
            "lines": lines[:MOST], "more": len(lines) > MOST,
        })  # fmt: skip
    return out
