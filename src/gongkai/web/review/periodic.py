"""The periodic job of review: remind of what has waited too long."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from gongkai.web.jobs.schedule import every
from gongkai.web.notices.actions.tell import tell
from gongkai.web.organs.models import Organ
from gongkai.web.people.models import Person
from gongkai.web.review.chasing import to_chase
from gongkai.web.review.telling import number_of


@every("review.chase", minutes=60, words="催办超过间隔的审核")
@task()
def chase_reviews() -> None:
    """Remind of every organ's waiting reviews."""
    chase(timezone.now())


def chase(now: dt.datetime) -> int:
    """Tell everybody of what has waited for him too long, once an interval; how many notices."""
    told = 0
    for organ in Organ.objects.order_by("code"):
        for one in to_chase(organ, now):
            people = Person.objects.for_organ(organ).filter(pk__in=one.people)
            with transaction.atomic():
                told += tell(
                    organ,
                    people,
                    "review.chased",
                    now,
                    key=one.key,
                    link=f"/office/review/{one.review}/",
                    number=number_of(one.kind, one.hash),
                    matter=one.task,
                    count=str(one.waited),
                )
    return told
