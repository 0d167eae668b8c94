"""Which last days of open applications rest on the calendar, so an imported notice can tell what moved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from gongkai.web.applications.board import folded
from gongkai.web.applications.models import Standing
from gongkai.web.applications.standing import OPEN
from gongkai.web.organs.models import Organ
from gongkai.web.workdays.due_dates import Calendars, DueDate, due_dates


@due_dates("applications")
def replies(calendars: Calendars, today: dt.date) -> Iterator[DueDate]:
    """The strict last day of the reply to each open application of each organ."""
    for organ in Organ.objects.order_by("code"):
        rows = Standing.objects.for_organ(organ).filter(stage__in=sorted(OPEN))
        told = rows.values_list("number", "application_id", "matter")
        known = {number: (id, matter) for number, id, matter in told}
        for fact in folded(organ, today, known, calendars(organ)):
            _, number, _, _, due, *_, provisional = fact
            if due is not None:
                yield DueDate(organ.code, number, "答复期限", due, provisional)
