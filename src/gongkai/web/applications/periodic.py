"""What the applications do by themselves: bring the standings of open cases up to the day, and remind."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from gongkai.web.applications.models import Application
from gongkai.web.applications.recipients import Recipients
from gongkai.web.applications.reminding import reminders
from gongkai.web.applications.standing import OPEN, refresh
from gongkai.web.jobs.schedule import daily
from gongkai.web.notices.actions.tell import tell
from gongkai.web.organs.models import Organ
from gongkai.web.workdays.door import calendar_for


@daily("applications.standings", at=dt.time(0, 10), words="把在办申请的期限推进到当天")
@task()
def bring_up_to_date() -> None:
    """Write the standings of all open cases anew."""
    bring_up(timezone.now())


@daily("applications.reminders", at=dt.time(8, 30), words="提醒将逾期、逾期和待确认的申请")
@task()
def remind_all() -> None:
    """Remind of what is due in every organ."""
    remind(timezone.now())


def bring_up(now: dt.datetime) -> int:
    """Refresh every open case as of that day: a consultation moves its last day on. How many differed."""
    today = timezone.localtime(now).date()
    changed = 0
    for organ in Organ.objects.order_by("code"):
        rows = Application.objects.for_organ(organ).filter(standing__stage__in=sorted(OPEN))
        for one in rows.select_related("organ").order_by("pk").iterator(chunk_size=500):
            changed += refresh(one, today)
    return changed


def remind(now: dt.datetime) -> int:
    """Tell everybody concerned of what has come near or is over; nobody twice, and on working days alone.

    How many notices were given.
    """
    today = timezone.localtime(now).date()
    told = 0
    for organ in Organ.objects.order_by("code"):
        calendar = calendar_for(organ.region)
        if not calendar.is_working(today):
            continue
        people = Recipients(organ, today)
        for one in reminders(organ, today, calendar):
            with transaction.atomic():
                told += tell(
                    organ,
                    people.of(one.application, one.to),
                    one.kind,
                    now,
                    key=one.key,
                    link=f"/office/applications/{one.number}/",
                    number=one.number,
                    **one.values,
                )
    return told
