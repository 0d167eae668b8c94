"""The clock of a case in plain words: the last day, what is awaited, what was late, and every day that was
counted.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from gongkai.ledger.transitions import STAGE_WORDS
from gongkai.statute.case_words import BREACHES, DEADLINES, Breach
from gongkai.statute.readings_used import used
from gongkai.statute.settings import point
from gongkai.web.applications.cases import CaseState, calendar_of, settings_of
from gongkai.web.rights.actor import Actor


def deadline_words(id: str) -> str:
    """What is awaited, from the id of the deadline: ``opinion:1`` is 被征求方答复（编号1）."""
    kind, _, which = id.partition(":")
    return f"{DEADLINES[kind]}（编号{which}）" if which else DEADLINES[kind]


def left(state: CaseState, last: dt.date) -> str:
    """How many working days are left until a day, or how many have passed since."""
    calendar = state.clock.case.calendar if state.clock else calendar_of(state.application)
    if last == state.on:
        return "今日到期"
    if last > state.on:
        return f"还有{calendar.count_between(state.on, last)}个工作日"
    passed = calendar.count_between(last, state.on)
    return f"已超过{passed}个工作日" if passed else "已经过期"


def readings(state: CaseState) -> list[dict[str, str]]:
    """The doubtful points on which the dates of this case rest, each with the reading taken."""
    if state.clock is None:
        return []
    taken, found = settings_of(state.application), []
    for key in used(state.clock.case, state.case.events):
        one = point(key)
        value = taken.of(key)
        whose = "默认" if value == one.default else "本机关选定"
        found.append({"title": one.title, "words": one.words(value), "whose": whose, "mark": one.mark_words})
    return found


def context(actor: Actor, state: CaseState) -> Mapping[str, Any]:
    """What the panel of the clock shows."""
    clock = state.clock
    running = clock is not None and clock.strict is not None and not state.ended
    return {
        "clock": clock,
        "stage_words": STAGE_WORDS[state.stage],
        "running": running,
        "left": left(state, clock.strict) if running and clock and clock.strict else "",
        "late": bool(running and clock and clock.strict and clock.strict < state.on),
        "deadlines": [
            (deadline_words(due.id), due.on, left(state, due.on), due.article)
            for due in (clock.deadlines if clock and not state.ended else ())
        ],
        "breaches": [BREACHES[Breach(one)] for one in clock.breaches] if clock else [],
        "steps": clock.steps if clock else (),
        "readings": readings(state),
    }
