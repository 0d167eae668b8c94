"""网上送达没有打开的: letters sent electronically that lie unopened too long and are to be posted.

Source: point A24 of the doubtful points (INFERRED, setting ``delivery.electronic``).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from gongkai.statute.delivery import electronic
from gongkai.web.letters.models import Dispatch
from gongkai.web.organs.choosing import Choices
from gongkai.web.organs.models import Organ
from gongkai.web.pages import waiting
from gongkai.web.pages.waiting import Block, Waiting
from gongkai.web.replies.facts import PREFIX, way_of
from gongkai.web.replies.models import Delivery
from gongkai.web.rights.actor import Actor
from gongkai.web.workdays.door import calendar_for

MOST = 50


def unopened(organ: Organ, today: dt.date) -> Iterator[tuple[Dispatch, dt.date]]:
    """The electronic dispatches of which no arrival and no posting is on record, each with the last day on
    which it may lie unopened, where that is over.
    """
    known = Delivery.objects.for_organ(organ).exclude(what="returned").values("letter")
    rows = Dispatch.objects.for_organ(organ).filter(way="electronic", letter__subject__startswith=PREFIX)
    calendar, choices = calendar_for(organ.region), Choices(organ)
    for row in rows.exclude(letter__in=known).select_related("letter").order_by("on")[:MOST]:
        lies = electronic(row.on, None, calendar, choices.settings(row.on))
        if row.letter.document is not None and row.letter.document.proof and lies.to_be_posted(today):
            yield row, lies.post_after


def find(organ: Any, actor: Actor, today: dt.date) -> Iterator[Waiting]:
    """The same as lines of the start page."""
    for row, last in unopened(organ, today):
        letter = row.letter
        words = f"{letter.subject.partition('/')[2]}　{letter.title}{letter.number}"
        yield Waiting(words, way_of(letter), last, "没有打开，改为邮寄")


def register() -> None:
    """Put the block on the start page."""
    waiting.register(
        Block(
            key="unopened",
            heading="网上送达没有打开、应当改为邮寄的文书",
            right="applications.handle",
            empty="没有这样的文书。",
            find=find,
        )
    )
