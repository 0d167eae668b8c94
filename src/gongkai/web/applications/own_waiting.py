"""The block of the start page: the own cases by their last days; counts for who registers or leads."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce

from gongkai.ledger.transitions import STAGE_WORDS, Stage
from gongkai.web.applications.awaited import awaited_words
from gongkai.web.applications.handlers import assignments_on
from gongkai.web.applications.models import Standing
from gongkai.web.applications.standing import OPEN
from gongkai.web.applications.urgency import OTHERS, UNCONFIRMED
from gongkai.web.pages import waiting
from gongkai.web.pages.waiting import Block, Waiting
from gongkai.web.rights.actor import Actor

APPLICATIONS = "/office/applications/"
MOST = 50


def own(organ: Any, actor: Actor, today: dt.date) -> Iterator[Waiting]:
    """What waits for this actor, also for whom he stands in; cases that wait for others come back when
    their time is over.
    """
    rows = Standing.objects.for_organ(organ).filter(stage__in=sorted(OPEN))
    people = {actor.id, *actor.for_person}
    # Asked of the open cases one by one, for there are few of them and many assignments.
    given = assignments_on(organ, today).filter(application=OuterRef("application")).order_by()
    mine = given.filter(person__in=sorted(people))
    asleep = Q(stage__in=sorted(OTHERS), next_on__gte=today) & (Q(due__gt=today) | Q(due=None))
    # The same day that the block sorts by; and no column, or SQLite would walk through all by its index.
    nearest = Coalesce("due", "next_on").asc(nulls_last=True)
    for one in rows.filter(Exists(mine)).exclude(asleep).order_by(nearest, "number")[:MOST]:
        yield _case(one, today)
    if actor.may("applications.register"):
        yield from _counted(rows.filter(stage__in=sorted(UNCONFIRMED)), "件申请待确认", "confirming/")
    if actor.may("applications.assign"):
        yield from _counted(rows.filter(~Exists(given)), "件申请还没有分办", "?days=open")
    if actor.may("applications.approve"):
        yield from _counted(rows.filter(due__lt=today), "件申请逾期未办", "oversight/?days=overdue")


def _case(one: Standing, today: dt.date) -> Waiting:
    words = f"{one.number}　{one.matter}" if one.matter else one.number
    over = one.stage in OTHERS and one.next_on is not None and one.next_on < today
    remark = (
        f"等待{awaited_words(one.next_what)}的期限已过，请登记结果" if over else STAGE_WORDS[Stage(one.stage)]
    )
    return Waiting(words, f"{APPLICATIONS}{one.number}/", one.due or one.next_on, remark)


def _counted(rows: Any, words: str, address: str) -> Iterator[Waiting]:
    if count := rows.count():
        yield Waiting(f"{count}{words}", f"{APPLICATIONS}{address}")


def register() -> None:
    """Put the block on the start page."""
    waiting.register(
        Block(
            key="applications",
            heading="依申请公开",
            right="applications.read",
            empty="没有等待您办理的申请。",
            find=own,
            more="/office/applications/board/",
        )
    )
