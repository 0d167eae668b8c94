"""Bringing in: every good line becomes an application with number and entries, one transaction a line.

A line that is there already is not filed again: what the table tells beyond it is entered, in order; where
the system knows otherwise, nothing is changed and that is said. So the same table can be brought in twice,
after a power cut too, and a table that grew brings in what it grew by.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from gongkai.statute.events import Event
from gongkai.values.errors import NotAllowed
from gongkai.web.applications.actions.enter import enter, right_for
from gongkai.web.applications.actions.file import Filing, file
from gongkai.web.applications.cases import rows_of
from gongkai.web.applications.ledger import event_of
from gongkai.web.applications.models import Application
from gongkai.web.audit.recording import record
from gongkai.web.backlog.lines import Line, opened
from gongkai.web.entries.row import Taken
from gongkai.web.organs.models import Organ
from gongkai.web.rights.actor import Actor

FILED = ("name", "document_kind", "document_number", "phone", "address", "email", "request", "matter")


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of a line: the number of its application; how, in words."""

    line: int
    number: str
    words: str
    good: bool = True


def beyond(actor: Actor, line: Line) -> str:
    """What the actor's rights do not reach of a line, in a sentence; empty where they do."""
    if all(actor.may(right_for(event.kind)) for event in line.events):
        return ""
    return "这一行有需要审批的事项（延长答复期限等），请由有审批权限的人补录。"


def bring_in(actor: Actor, organ: Organ, lines: Sequence[Line], now: dt.datetime) -> list[Brought]:
    """Bring in these lines; those with errors are left out.

    Raises ``Forbidden`` for who may not register applications.
    """
    actor.require("applications.register", organ.pk)
    found = [_one(actor, organ, line, now) for line in lines if line.good]
    with transaction.atomic():
        record(actor, "backlog.bring_in", str(organ.code), now, lines=len(lines), brought=len(found))
    return found


def _one(actor: Actor, organ: Organ, line: Line, now: dt.datetime) -> Brought:
    if words := beyond(actor, line):
        return Brought(line.number, "", words, good=False)
    try:
        with transaction.atomic():
            application, code = file(actor, organ, _filing(line), now)
            told = _enter(actor, application, line, now)
    except (NotAllowed, Taken) as error:
        return Brought(line.number, "", f"没有补录：{error}", good=False)
    if told is None:
        return Brought(
            line.number,
            application.number,
            "系统中已有不同的办理记录，没有改动，请在案件中核对。",
            good=False,
        )
    if code:
        return Brought(line.number, application.number, "已补录。")
    return Brought(
        line.number,
        application.number,
        f"以前已经补录，新登记{told}项。" if told else "以前已经补录，没有变化。",
    )


def _filing(line: Line) -> Filing:
    first = opened(line)
    if first.channel is None or line.applicant is None:
        raise ValueError(f"line {line.number} was not understood")
    values = {name: line.values.get(name, "") for name in FILED}
    return Filing(first.channel, first.on, str(line.applicant), values, line.key)


def _enter(actor: Actor, application: Application, line: Line, now: dt.datetime) -> int | None:
    """How many entries the line added; None where those on file are others."""
    rows = rows_of(application)
    have: list[Event] = [event_of(row) for row in rows[1:]]
    if line.events[: len(have)] != have:
        return None
    seen = rows[-1].position
    for event in line.events[len(have) :]:
        seen = enter(actor, application, event, seen, now).position
    return len(line.events) - len(have)
