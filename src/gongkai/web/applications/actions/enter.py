"""Entering one thing that happened to a case: the only way in which rows come into being.

The core is asked twice before anything is written: the fold (may this stand here?) and the clock (does the
law allow it on
that day?). A refusal is the core's own sentence with its article, and nothing is written.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from functools import cache
from importlib.resources import files

from django.db import transaction

from gongkai.ledger import fold as core
from gongkai.statute.clocks import clock
from gongkai.statute.events import Event, Kind
from gongkai.statute.working_days import Calendar
from gongkai.values.dates import day_words
from gongkai.values.errors import NotAllowed
from gongkai.web.applications import standing
from gongkai.web.applications.cases import CaseState, calendar_of, rows_of, settings_of, state_of
from gongkai.web.applications.holding import hold
from gongkai.web.applications.ledger import data_of, entries_of
from gongkai.web.applications.models import Application, ApplicationRow
from gongkai.web.applications.remarks import WORDS, keep
from gongkai.web.audit.recording import record
from gongkai.web.entries.row import append
from gongkai.web.rights.actor import Actor


@cache
def right_for(kind: Kind) -> str:
    """The right that an entry of this kind asks for (``rights.toml``)."""
    text = files("gongkai.web.applications").joinpath("rights.toml").read_text(encoding="utf-8")
    return str(tomllib.loads(text)[str(kind)])


def enter(
    actor: Actor,
    application: Application,
    event: Event,
    seen: int,
    now: dt.datetime,
    **own: str | None,
) -> CaseState:
    """Add an event to a case at the position after ``seen``, the last one that the actor saw.

    ``own`` is what opens a case: ``applicant``, ``split_from``, ``together_with``; and ``words``, a remark,
    which is kept sealed beside the ledger. Gives the state afterwards. Raises
    ``Forbidden`` without the right, :class:`NotAllowed` where the law or the documented transitions do not
    allow it,
    ``Taken`` where somebody else entered something first, ``NotAllowed`` for a day that has not come yet.
    """
    actor.require(right_for(event.kind), application.organ_id)
    today = now.astimezone(dt.timezone(dt.timedelta(hours=8))).date()
    if event.on > today:
        raise NotAllowed(
            f"日期{day_words(event.on)}还没有到，不能提前登记。请核对日期。", "《条例》第四十五条"
        )
    words = own.pop(WORDS, None)
    with transaction.atomic():
        hold(application)
        row = append(
            ApplicationRow,
            seen,
            organ=application.organ,
            subject=application.number,
            kind=str(event.kind),
            on=event.on,
            recorded_at=now,
            by=actor.id,
            data=data_of(event, **own),
        )
        keep(application, row.position, words)
        rows = rows_of(application)
        allowed(application, rows, row, today)
        state = state_of(application, today, rows)
        standing.write(state)
        record(
            actor,
            f"applications.{event.kind}",
            application.number,
            now,
            position=row.position,
            on=event.on.isoformat(),
        )
    return state


def allowed(
    application: Application,
    rows: tuple[ApplicationRow, ...],
    row: ApplicationRow,
    today: dt.date,
    calendar: Calendar | None = None,
) -> None:
    """Raise :class:`NotAllowed` where the fold or the clock refuses the new row, with the core's sentence.

    ``calendar`` is the organ's, for who has it at hand and asks often.
    """
    case = core.fold(entries_of(rows), today)
    for refusal in case.refusals:
        if refusal.ref.position == row.position:
            raise NotAllowed(refusal.sentence, refusal.article)
    if case.events:
        clock(case.events, today, calendar or calendar_of(application), settings_of(application))
