"""The real clock, dressed as the oracle's answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from gongkai.statute.clocks import EventNotAllowed, clock
from gongkai.statute.events import Event
from gongkai.statute.settings import Settings
from gongkai.statute.working_days import Calendar
from gongkai.values.errors import NotAllowed

from .case import Case
from .naive import Answer, describe


def real(events: Sequence[Event], on: date) -> Answer:
    """What ``gongkai clock`` says with the national calendar and every setting at its default."""
    try:
        said = clock(events, on, Calendar.national(), Settings.default())
    except EventNotAllowed as error:
        return {"refused": error.number}
    except NotAllowed:
        return _nothing()
    return {
        "strict": said.strict,
        "lenient": said.lenient,
        "provisional": said.provisional,
        "stage": str(said.stage),
        "outcome": said.outcome,
        "breaches": sorted(said.breaches),
        "timely": said.timely,
        "deadlines": {due.id: due.on for due in said.deadlines},
    }


def _nothing() -> Answer:
    """What stands before the first entry: the clock refuses to say anything, the oracle says nothing."""
    return describe(Case(), date.min)
