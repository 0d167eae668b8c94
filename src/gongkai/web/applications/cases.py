"""One case as the core sees it on a day: its stage, what counts, its clock; and what may be entered next."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from gongkai.ledger import fold as core
from gongkai.ledger.transitions import NEXT, Stage
from gongkai.statute.clocks import Clock, clock
from gongkai.statute.events import Kind
from gongkai.statute.settings import Settings
from gongkai.statute.working_days import Calendar
from gongkai.values.errors import NotAllowed
from gongkai.web.applications.ledger import entries_of
from gongkai.web.applications.models import Application, ApplicationRow
from gongkai.web.organs.choosing import settings_on
from gongkai.web.workdays.door import calendar_for

ENDED = frozenset((Stage.DELIVERED, Stage.CLOSED))
"""The stages in which the reply has left, or none is owed."""


@dataclass(frozen=True, slots=True)
class CaseState:
    """A case on a day: the fold, the clock (None before anything was submitted), the rows behind."""

    application: Application
    rows: tuple[ApplicationRow, ...]
    case: core.Case
    clock: Clock | None
    on: dt.date

    @property
    def position(self) -> int:
        """The position of the last entry: what an act on this state must name as seen."""
        return self.rows[-1].position if self.rows else 0

    @property
    def stage(self) -> Stage:
        """Where the case stands by the ledger."""
        return self.case.stage

    @property
    def ended(self) -> bool:
        """Whether nothing is owed any more; a remanded case keeps its result and is owed an answer again."""
        return self.case.stage in ENDED

    @property
    def next_kinds(self) -> frozenset[Kind]:
        """The kinds of entry that the transitions allow now."""
        return frozenset(NEXT[self.case.stage])


_CALENDAR = "_calendar"
_SETTINGS = "_settings"


def calendar_of(application: Application) -> Calendar:
    """The working days where the organ is, with the notices that were imported; read once for each
    application that was loaded, for a case page asks for it many times.
    """
    found = application.__dict__.get(_CALENDAR)
    if found is None:
        found = application.__dict__[_CALENDAR] = calendar_for(application.organ.region)
    return found


def settings_of(application: Application) -> Settings:
    """How its organ read the doubtful points of the law on the day of filing; read once for each application
    that was loaded.

    Not the day of receipt: the points themselves decide which day that is (A1, A23).
    """
    found = application.__dict__.get(_SETTINGS)
    if found is None:
        day = application.filed_on
        found = application.__dict__[_SETTINGS] = settings_on(application.organ_id, day)
    return found


def rows_of(application: Application) -> tuple[ApplicationRow, ...]:
    """The rows of a case in the order of recording."""
    rows = ApplicationRow.objects.for_organ(application.organ_id).filter(subject=application.number)
    return tuple(rows.order_by("position"))


def state_of(
    application: Application, on: dt.date, rows: tuple[ApplicationRow, ...] | None = None
) -> CaseState:
    """The case at the end of that day."""
    rows = rows_of(application) if rows is None else rows
    case = core.fold(entries_of(rows), on)
    return CaseState(application, rows, case, clock_on(application, case, on), on)


def clock_on(application: Application, case: core.Case, on: dt.date) -> Clock | None:
    """The clock over the events that count; None where nothing has been submitted yet."""
    try:
        return clock(case.events, on, calendar_of(application), settings_of(application))
    except NotAllowed:
        return None
