"""What waits on the start page: letters that have their number and neither a scan nor a dispatch."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from gongkai.web.letters import providers
from gongkai.web.letters.standing import ISSUED, letters_of, standing_is
from gongkai.web.letters.trial import PREFIX
from gongkai.web.pages import waiting
from gongkai.web.pages.waiting import Block, Waiting
from gongkai.web.rights.actor import Actor

MOST = 50


def unsealed(organ: Any, actor: Actor, today: dt.date) -> Iterator[Waiting]:
    """Letters for sealing that this actor may draft; trials are left out."""
    rows = (
        letters_of(organ).filter(standing_is(ISSUED), sealed=True).exclude(subject__startswith=f"{PREFIX}/")
    )
    for one in rows.order_by("issued_at")[:MOST]:
        if providers.may_draft(actor, one.subject):
            words = f"{one.title}{f'（{one.number}）' if one.number else ''}"
            yield Waiting(words, f"/office/letters/{one.pk}/", None, providers.words_of(one.subject))


def register() -> None:
    """Put the block on the start page."""
    waiting.register(
        Block(
            key="unsealed",
            heading="待用印的文书",
            right="letters.draft",
            empty="没有等待用印的文书。",
            find=unsealed,
            more="/office/letters/?standing=issued",
        )
    )
