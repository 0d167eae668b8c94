"""用到的取法: which doubtful points bear on the clock of one application, as its events go.

A point bears on a case where something happened of which it decides; where another reading could not have
changed a date of this case, it is not named.

Source: law.md §7.5 (the points), 条例 arts. 30–35.
"""

from __future__ import annotations

from collections.abc import Sequence

from gongkai.statute.case import Case
from gongkai.statute.case_words import Breach
from gongkai.statute.events import Asked, Event, Kind
from gongkai.statute.receipt import CONFIRMED

ALWAYS = ("A2", "A3")
"""When a period begins, and what is in time: no case without them."""


def used(case: Case, events: Sequence[Event]) -> tuple[str, ...]:
    """The numbers of the points, in the order of the settings; ``events`` are those that count."""
    days = {kind: [one.on for one in events if one.kind is kind] for kind in Kind}
    asked = list(case.consultations.values())
    restarts = [*days[Kind.CORRECTED], *days[Kind.FEE_PAID]]
    starts = [day for day in (case.received, *restarts) if day is not None]
    notices = [one for one in events if one.kind is Kind.CORRECTION_NOTICE]
    bears = {
        "A1": any(not case.calendar.is_working(day) for day in starts),
        "A4": Breach.CORRECTION_NOTICE_LATE in case.breaches,
        "A5": bool(days[Kind.CORRECTED]),
        "A6": any(one.until is None for one in notices),
        "A7": bool(asked),
        "A8": any(one.returned and one.last and one.returned > one.last for one in asked),
        "A9": any(day <= restart for day in days[Kind.EXTENDED] for restart in restarts),
        "A10": bool(days[Kind.REASONS_REQUESTED]),
        "A23": case.channel in CONFIRMED and case.submitted is not None,
        "S1": bool(days[Kind.FEE_PAID]),
        "S2": any(one.to is Asked.OTHER_ORGAN for one in asked),
    }
    return (*ALWAYS, *(key for key, does in bears.items() if does))
