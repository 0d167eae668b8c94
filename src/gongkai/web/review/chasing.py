"""催办: whom to remind, because a task has waited too long. The tick calls it; nothing is written here.

Two working days by default (a setting of the chain: no national norm says so).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from gongkai.statute.working_days import Calendar
from gongkai.web.organs.models import Organ
from gongkai.web.review.core.acts import AUTHOR
from gongkai.web.review.eligible import people_for
from gongkai.web.review.models import ReviewWait
from gongkai.web.workdays.door import calendar_for


@dataclass(frozen=True, slots=True)
class Chase:
    """A reminder that is due: of which review and task, for whom, after how many working days.

    ``key`` is the same for the same reminder however often it is asked for, so that it goes out once; it
    changes with each further interval.
    """

    key: str
    review: UUID
    kind: str
    hash: str
    task: str
    since: dt.datetime
    waited: int
    people: tuple[UUID, ...]


def to_chase(organ: Organ, now: dt.datetime, calendar: Calendar | None = None) -> list[Chase]:
    """Every reminder that is due in an organ at that time, the longest wait first."""
    days = calendar or calendar_for(organ.region)
    today = timezone.localdate(now)
    found = []
    for wait in ReviewWait.objects.for_organ(organ).select_related("state").order_by("since", "pk"):
        waited = days.count_between(timezone.localdate(wait.since), today)
        nth = waited // wait.chase_after
        if nth < 1:
            continue
        if wait.task == AUTHOR:
            people = tuple(UUID(one) for one in wait.state.authors)
        else:
            people = tuple(one.pk for one in people_for(organ.pk, wait, today))
        state = wait.state
        key = f"review/{state.pk}/{state.position}/{wait.task}/{nth}"
        found.append(Chase(key, state.pk, state.kind, state.hash, wait.name, wait.since, waited, people))
    return found
