"""Who is told after an act: those for whom it now waits, or the authors to whom it came back.

A notice names the kind of content, the task and the page; never the title or a word of the content.
"""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.utils import timezone

from gongkai.web.notices.actions.tell import tell
from gongkai.web.organs.models import Organ
from gongkai.web.people.models import Person
from gongkai.web.review.core.acts import AUTHOR
from gongkai.web.review.core.content import short
from gongkai.web.review.core.state import Review
from gongkai.web.review.eligible import people_for
from gongkai.web.review.inbox import names_of
from gongkai.web.review.kinds import kind
from gongkai.web.review.tasks import asked_for


def number_of(kind_key: str, fingerprint: str) -> str:
    """How a notice calls a content: 信息发布稿（3F09C1A2）."""
    return f"{kind(kind_key).name}（{short(fingerprint)}）"


def tell_of(organ_id: UUID, review_id: UUID, review: Review, by: str, now: dt.datetime) -> int:
    """Tell of every task that began to wait by the act done now by ``by``; how many notices.

    Runs inside the transaction of the act, before its audit line.
    """
    organ = Organ.objects.for_organ(organ_id).get()
    today, told = timezone.localdate(now), 0
    for one in review.waiting():
        if one.since != now:
            continue
        if one.task == AUTHOR:
            key, who = "review.sent_back", by
            people = list(Person.objects.for_organ(organ_id).filter(pk__in=review.authors))
        else:
            key, who = "review.waiting", review.opened.by
            people = people_for(organ_id, asked_for(review, one.task), today)
        told += tell(
            organ,
            people,
            key,
            now,
            key=f"review/{review_id}/{review.position}/{one.task}",
            link=f"/office/review/{review_id}/",
            number=number_of(review.opened.kind, review.hash),
            matter=one.name,
            by=names_of(organ_id, [who]).get(who, ""),
        )
    return told
