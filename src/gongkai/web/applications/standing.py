"""Where each case stands, written by the fold with every entry, and made anew from the rows by ``gongkai
ledger rebuild``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.utils import timezone

from gongkai.ledger.transitions import Stage
from gongkai.web.applications.awaited import next_awaited
from gongkai.web.applications.cases import CaseState, state_of
from gongkai.web.applications.models import Application, Standing
from gongkai.web.entries.row import projection

FIELDS = (
    "number", "matter", "applicant", "channel", "filed_on",
    "position", "stage", "row", "received_on", "closed_on", "due", "lenient", "provisional",
    "next_what", "next_on", "timely", "together_with",
)  # fmt: skip


OPEN = frozenset(Stage) - {Stage.NONE, Stage.DELIVERED, Stage.CLOSED}
"""The stages in which the office still has to act or waits for others; a remanded case is in one again."""


def values_of(state: CaseState) -> dict[str, Any]:
    """What the projection holds of a case; days that are due only while it is open."""
    application, case = state.application, state.case
    clock = state.clock
    running = clock if case.stage in OPEN else None
    awaited = next_awaited(running.deadlines) if running else None
    return {
        "number": application.number,
        "matter": application.matter,
        "applicant": application.applicant,
        "channel": application.channel,
        "filed_on": application.filed_on,
        "position": state.position,
        "stage": str(case.stage),
        "row": case.row or "",
        "received_on": case.received_on,
        "closed_on": case.row_on,
        "due": running.strict if running else None,
        "lenient": running.lenient if running else None,
        "provisional": bool(clock and clock.provisional),
        "next_what": awaited.id if awaited else "",
        "next_on": awaited.on if awaited else None,
        "timely": clock.timely if clock else None,
        "together_with": case.together_with or "",
    }


def write(state: CaseState) -> Standing:
    """Write where the case stands; in the transaction of its entry."""
    application = state.application
    row, _ = Standing.objects.for_organ(application.organ_id).update_or_create(
        application=application, defaults=values_of(state) | {"organ": application.organ}
    )
    made: Standing = row
    return made


def refresh(application: Application, on: dt.date) -> bool:
    """Write a case's standing anew as of that day; whether it differed."""
    state = state_of(application, on)
    held = Standing.objects.for_organ(application.organ_id).filter(application=application).first()
    values = values_of(state)
    if held and all(getattr(held, name) == values[name] for name in FIELDS):
        return False
    write(state)
    return True


@projection("applications")
def rebuild() -> Iterator[tuple[str, str]]:
    """Every case of every organ, one by one; yields those whose standing differed."""
    today = timezone.localdate()
    for application in Application.objects.across_organs().iterator(chunk_size=500):
        if refresh(application, today):
            yield (f"{application.organ.code}/{application.number}", "与台账不一致，已按台账重写")
