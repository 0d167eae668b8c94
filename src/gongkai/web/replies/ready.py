"""已经签署、待编号的文书: letters of applications that everybody has signed and nobody has numbered yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from gongkai.web.letters import providers
from gongkai.web.letters.models import Letter, LetterVoid
from gongkai.web.pages import waiting
from gongkai.web.pages.waiting import Block, Waiting
from gongkai.web.replies.enclosures import KIND
from gongkai.web.review.models import ReviewState
from gongkai.web.rights.actor import Actor

MOST = 50


def ready(organ: Any, actor: Actor, today: dt.date) -> Iterator[Waiting]:
    """Those that this actor may number, the longest signed first."""
    passed = ReviewState.objects.for_organ(organ).filter(kind=KIND, stage="passed").order_by("moved_at")
    void = LetterVoid.objects.for_organ(organ).values("letter")
    ids = list(passed.values_list("of", flat=True)[:MOST])
    letters = Letter.objects.for_organ(organ).filter(pk__in=ids, issued_at=None).exclude(pk__in=void)
    by_id = {str(one.pk): one for one in letters}
    for id in ids:
        one = by_id.get(id)
        if one is not None and providers.may_read(actor, one.subject):
            words = f"{one.subject.partition('/')[2]}　{one.title}"
            yield Waiting(words, f"/office/letters/{one.pk}/", None, "已经签署，可以编号")


def register() -> None:
    """Put the block on the start page."""
    waiting.register(
        Block(
            key="ready",
            heading="已经签署、待编号的文书",
            right="letters.send",
            empty="没有等待编号的文书。",
            find=ready,
        )
    )
