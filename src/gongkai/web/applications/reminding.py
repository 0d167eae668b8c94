"""The reminders of a day: which cases have reached which step of the ladder, which wait in vain, which are
not confirmed yet. Nothing is written here.

Source: 条例 arts. 30, 31, 33; law.md A23 (alarm within one working day).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from gongkai.statute.working_days import Calendar
from gongkai.values.dates import with_weekday
from gongkai.web.applications.awaited import awaited_words
from gongkai.web.applications.board import working_days
from gongkai.web.applications.ladder import HANDLER, reached
from gongkai.web.applications.models import Standing
from gongkai.web.applications.recipients import REGISTRARS
from gongkai.web.applications.standing import OPEN
from gongkai.web.applications.urgency import OTHERS, UNCONFIRMED, Horizon, Urgency

DUE, OVERDUE = "application.due", "application.overdue"
AWAITED, UNANSWERED = "application.awaited", "application.unconfirmed"
"""The kinds of notice (``notices/kinds.toml``)."""
FIRST_ALARM = 1
"""Working days after which an application that is not confirmed rings: a reading of art. 31 (A23)."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """A notice to give: its kind, its key (given once), whom to, the values of its text."""

    kind: str
    key: str
    application: UUID
    number: str
    to: tuple[str, ...]
    values: dict[str, str]


def reminders(organ: Any, day: dt.date, calendar: Calendar) -> Iterator[Reminder]:
    """What is due to be told of on that day."""
    rows = Standing.objects.for_organ(organ).filter(stage__in=sorted(OPEN)).order_by("number")
    horizon = Horizon.of(day, calendar)
    for one in rows:
        yield from _of_reply(one, horizon, calendar)
        yield from _of_waiting(one, day)
        yield from _of_confirming(one, day, calendar)


def _of_reply(one: Standing, horizon: Horizon, calendar: Calendar) -> Iterator[Reminder]:
    waiting = horizon.urgency(one.stage, one.due) is Urgency.WAITING
    if one.due is None or waiting:
        return
    step = reached(working_days(horizon.day, one.due, calendar))
    if step is not None:
        kind = OVERDUE if step.overdue else DUE
        key = f"{kind}/{one.application_id}/{one.due}/{step.days}"
        yield Reminder(kind, key, one.application_id, one.number, step.to, {"due": with_weekday(one.due)})


def _of_waiting(one: Standing, day: dt.date) -> Iterator[Reminder]:
    if one.stage in OTHERS and one.next_on is not None and one.next_on < day:
        key = f"{AWAITED}/{one.application_id}/{one.next_what}/{one.next_on}"
        values = {"matter": awaited_words(one.next_what), "due": with_weekday(one.next_on)}
        yield Reminder(AWAITED, key, one.application_id, one.number, (HANDLER,), values)


def _of_confirming(one: Standing, day: dt.date, calendar: Calendar) -> Iterator[Reminder]:
    if one.stage not in UNCONFIRMED or one.filed_on is None:
        return
    if working_days(one.filed_on, day, calendar) >= FIRST_ALARM:
        key = f"{UNANSWERED}/{one.application_id}"
        values = {"day": with_weekday(one.filed_on)}
        yield Reminder(UNANSWERED, key, one.application_id, one.number, (REGISTRARS,), values)
