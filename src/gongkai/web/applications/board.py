"""办理看板: what is open on a day, how near each case is to its last day, and with whom it lies.

The board of today reads the standings; that of an earlier day folds the entries of the cases open then, so
it shows what the ledger says of that day; that of a day to come shows what is due then if nothing happens.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from gongkai.ledger import fold as core
from gongkai.ledger.transitions import STAGE_WORDS, Stage
from gongkai.statute.clocks import clock
from gongkai.statute.events import Kind
from gongkai.statute.working_days import Calendar
from gongkai.values.errors import NotAllowed
from gongkai.web.applications.awaited import awaited_words, next_awaited
from gongkai.web.applications.handlers import LOT, NOBODY, Handler, handlers_of
from gongkai.web.applications.ledger import Read, entries_of
from gongkai.web.applications.models import ApplicationRow, Standing
from gongkai.web.applications.standing import OPEN
from gongkai.web.applications.urgency import Horizon, Urgency
from gongkai.web.organs.choosing import Choices

Facts = tuple[UUID, str, str, str, dt.date | None, dt.date | None, str, dt.date | None, bool]
"""Application, number, matter, stage, strict and lenient day, what is awaited next and until when, whether
provisional."""
Known = tuple[UUID, str]
"""Application and matter of a case that is known by its number."""
COLUMNS = (
    "application_id", "number", "matter", "stage", "due", "lenient", "next_what", "next_on", "provisional",
)  # fmt: skip


class Line(NamedTuple):
    """An open case on the board of a day."""

    number: str
    matter: str
    stage: Stage
    due: dt.date | None
    lenient: dt.date | None
    next_what: str
    next_on: dt.date | None
    provisional: bool
    handler: Handler
    urgency: Urgency
    left: int | None
    """Working days until the strict last day, that day included; below 0 the days overdue."""
    overdue: bool

    @property
    def stage_words(self) -> str:
        """The stage in words."""
        return STAGE_WORDS[self.stage]

    @property
    def left_words(self) -> str:
        """How many working days are left, or overdue."""
        if self.left is None:
            return ""
        if self.overdue:
            return f"已逾期{-self.left}个工作日" if self.left else "已经逾期"
        return "今天到期" if self.left == 0 else f"还剩{self.left}个工作日"

    @property
    def awaited(self) -> str:
        """What is awaited next, where that is not the reply itself."""
        return awaited_words(self.next_what)


@dataclass(frozen=True, slots=True)
class Board:
    """The board of a day; ``lines`` in the order of their last days."""

    horizon: Horizon
    lines: tuple[Line, ...]

    def of(self, urgency: Urgency) -> tuple[Line, ...]:
        """One part of it."""
        return tuple(line for line in self.lines if line.urgency is urgency)

    def only(self, unit: str = "", person: str = "") -> Board:
        """What lies with one unit or person."""
        lines = (
            one for one in self.lines
            if (not unit or one.handler.unit == unit) and (not person or one.handler.person == person)
        )  # fmt: skip
        return Board(self.horizon, tuple(lines))

    def shares(self) -> list[tuple[Handler, Counter[Urgency]]]:
        """How many cases of each part lie with whom, who has most overdue first."""
        out: dict[Handler, Counter[Urgency]] = {}
        for line in self.lines:
            out.setdefault(line.handler, Counter())[line.urgency] += 1
        order = (Urgency.OVERDUE, Urgency.TODAY, Urgency.SOON)
        return sorted(out.items(), key=lambda one: (*(-one[1][key] for key in order), one[0].words))


def board_on(organ: Any, day: dt.date, today: dt.date, calendar: Calendar) -> Board:
    """The board of an organ on that day, as it stood (before today) or as far as is known (from today on).

    Raises :class:`NotAllowed` for a day outside of the calendar.
    """
    horizon = Horizon.of(day, calendar)
    if day >= today:
        standings: QuerySet[Standing] = Standing.objects.for_organ(organ).filter(stage__in=sorted(OPEN))
        facts: list[Facts] = list(standings.order_by().values_list(*COLUMNS))
    else:
        facts = list(folded(organ, day, open_then(organ, day), calendar))
    handlers = handlers_of(organ, day, [one[0] for one in facts])
    lines = [_line(one, handlers.get(one[0], NOBODY), horizon, calendar) for one in facts]
    far = dt.date.max
    lines.sort(key=lambda line: (line.due or line.next_on or far, line.number))
    return Board(horizon, tuple(lines))


def _line(facts: Facts, handler: Handler, horizon: Horizon, calendar: Calendar) -> Line:
    _, number, matter, stage, due, lenient, next_what, next_on, provisional = facts
    return Line(
        number=number,
        matter=matter,
        stage=Stage(stage),
        due=due,
        lenient=lenient,
        next_what=next_what,
        next_on=next_on,
        provisional=provisional,
        handler=handler,
        urgency=horizon.urgency(stage, due),
        left=None if due is None else working_days(horizon.day, due, calendar),
        overdue=due is not None and due < horizon.day,
    )


def working_days(day: dt.date, due: dt.date, calendar: Calendar) -> int:
    """Working days after ``day`` up to ``due``; where ``due`` lies before it, those since then, negative."""
    if due >= day:
        return calendar.count_between(day, due)
    return -calendar.count_between(due, day)


def open_then(organ: Any, day: dt.date) -> dict[str, Known]:
    """The cases that may have been open at the end of that day, by number: not closed by then, or closed and
    remanded.

    Asked one after the other, each by an index of its own: SQLite answers an "or" by walking through all.
    """
    rows = Standing.objects.for_organ(organ).order_by()
    filed = rows.filter(filed_on__lte=day)
    remanded = ApplicationRow.objects.for_organ(organ).filter(kind=str(Kind.REMANDED), on__lte=day)
    again = remanded.order_by().values("subject")
    return {
        number: (id, matter)
        for then in (
            filed.filter(closed_on=None), filed.filter(closed_on__gt=day), rows.filter(number__in=again),
        )
        for number, id, matter in then.values_list("number", "application_id", "matter")
    }  # fmt: skip


def _entered(organ: Any, day: dt.date, numbers: Sequence[str]) -> Iterator[Read]:
    """Their rows up to that day, as far as the door to the core reads them.

    The day is told apart here, or SQLite would walk through all rows before it.
    """
    rows = ApplicationRow.objects.for_organ(organ).order_by("subject", "position")
    names, on, organ_id = Read._fields[:-1], Read._fields.index("on"), getattr(organ, "pk", organ)
    for start in range(0, len(numbers), LOT):
        lot = rows.filter(subject__in=numbers[start : start + LOT]).values_list(*names)
        yield from (Read._make((*one, organ_id)) for one in lot.iterator(chunk_size=2000) if one[on] <= day)


def folded(organ: Any, day: dt.date, known: Mapping[str, Known], calendar: Calendar) -> Iterator[Facts]:
    """What the ledger says of these cases at the end of that day, of those that were open."""
    choices = Choices(organ)
    for number, case in core.cases(entries_of(_entered(organ, day, sorted(known))), day).items():
        if case.stage not in OPEN:
            continue
        application, matter = known[number]
        try:
            # The day of filing is that of the first entry.
            now = clock(case.events, day, calendar, choices.settings(case.events[0].on))
        except NotAllowed:
            yield (application, number, matter, case.stage, None, None, "", None, False)
            continue
        next_ = next_awaited(now.deadlines)
        yield (
            application, number, matter, case.stage, now.strict, now.lenient,
            next_.id if next_ else "", next_.on if next_ else None, now.provisional,
        )  # fmt: skip
