"""What is due at this minute goes into the queue, once, whoever looks first.

The row (job, period) and the task are written in one transaction: a tick that is killed in between has done
neither, and two ticks on two machines cannot both.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db import IntegrityError, transaction

from gongkai.web.jobs.models import PeriodicRun
from gongkai.web.jobs.schedule import Periodic, periodic_jobs


def tick(now: dt.datetime, jobs: Iterable[Periodic] | None = None) -> list[str]:
    """Queue every job whose period holds and has not been queued; the names of those queued.

    ``jobs`` defaults to all that are declared.
    """
    queued = []
    for one in periodic_jobs().values() if jobs is None else jobs:
        period = one.period(now)
        if period is not None and _queue(one, period, now):
            queued.append(one.name)
    return queued


def _queue(one: Periodic, period: str, now: dt.datetime) -> bool:
    # Looking first keeps the log of the database quiet; the constraint decides.
    if PeriodicRun.objects.filter(job=one.name, period=period).exists():
        return False
    try:
        with transaction.atomic():
            PeriodicRun.objects.create(job=one.name, period=period, at=now)
            one.job.enqueue()
    except IntegrityError:
        return False
    return True
