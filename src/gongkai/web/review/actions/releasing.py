"""Going out: the one act by which a reviewed content leaves. Other apps call it when they publish or send.

It takes a position of the record like any other act, so publishing and withdrawing at the same time has
one winner.
"""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from gongkai.web.review.actions.doing import Seen, common, do, opened, organ_of, unchanged
from gongkai.web.review.chains import outgrown
from gongkai.web.review.core.acts import Released
from gongkai.web.review.core.gate import may_publish, missing
from gongkai.web.review.ledger import File
from gongkai.web.rights.actor import Actor


def release(
    actor: Actor,
    review_id: UUID,
    seen: Seen,
    now: dt.datetime,
    *,
    where: str,
    address: str = "",
    right: str = "review.release",
) -> File:
    """Note that the content goes out, where and at which address; refused unless everything is signed on
    it.

    ``right`` is what the calling app asks of its own people (``letters.send``). Call it inside the
    transaction that publishes, before anything is written. Raises ``NoContent``, ``ValidationError``,
    ``Taken``, ``Forbidden``.
    """
    actor.require(right)
    if not where.strip():
        raise ValidationError("请填写发布到哪里，例如“本机关网站通知公告栏目”。")
    with transaction.atomic():
        file = opened(actor, review_id, seen)
        unchanged(actor, file.review)
        if not may_publish(file.review, seen.hash):
            raise ValidationError(list(missing(file.review, seen.hash)))
        if problem := outgrown(organ_of(actor), file.review):
            raise ValidationError(problem)
        act = Released(
            **common(file, actor, now), hash=seen.hash, where=where.strip(), address=address.strip()
        )
        return do(actor, review_id, file, act, now)
