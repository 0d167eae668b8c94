"""The author's acts: submit, send again after an edit, take back."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from gongkai.web.review.actions.doing import Seen, common, do, hash_of, opened, organ_of
from gongkai.web.review.chains import chain_now, outgrown
from gongkai.web.review.core.acts import Resubmitted, Submitted, Withdrawn
from gongkai.web.review.core.content import Content
from gongkai.web.review.kinds import kind
from gongkai.web.review.ledger import File, file_of, id_of, keep_content, rounds
from gongkai.web.rights.actor import Actor

UNUSABLE = "现在的审核环节不能用于这一件："
MEND = "请工作机构负责人在“审核环节”中修改后再送审。"


def submit(actor: Actor, kind_key: str, of: str, now: dt.datetime) -> File:
    """Submit a content for review, by the chain that holds today.

    Raises ``NoContent``, ``ValidationError`` (already under review, a chain that does not do for it),
    ``Taken``, ``Forbidden``.
    """
    actor.require("review.submit")
    one = kind(kind_key)
    actor.require(one.right, actor.organ_id)
    organ_id = organ_of(actor)
    with transaction.atomic():
        before = rounds(organ_id, kind_key, of)
        last = file_of(organ_id, before[-1]) if before else None
        if last and last.review.open:
            raise ValidationError("这一件正在审核，不能重复送审。请打开已有的审核继续办理。")
        content = one.content(organ_id, of)
        holding = chain_now(organ_id, kind_key, of, timezone.localdate(now))
        if holding.problem:
            raise ValidationError(f"{UNUSABLE}{holding.problem}{MEND}")
        act = Submitted(
            **common(None, actor, now),
            kind=kind_key,
            of=of,
            title=content.title,
            hash=hash_of(content),
            chain=holding.chain,
            unit=one.unit(organ_id, of),
            sort=holding.sort,
        )
        review_id = id_of(organ_id, kind_key, of, len(before) + 1)
        file = do(actor, review_id, None, act, now)
        keep_content(organ_id, review_id, act.hash, content)
    return file


def resubmit(actor: Actor, review_id: UUID, seen: Seen, now: dt.datetime, note: str = "") -> File:
    """Send the content again as it now is; every signature on what it was is void.

    Raises ``NoContent``, ``ValidationError``, ``Taken``, ``Forbidden``.
    """
    actor.require("review.submit")
    with transaction.atomic():
        file = opened(actor, review_id, seen)
        organ_id, content = _content(actor, file)
        if problem := outgrown(organ_id, file.review):
            raise ValidationError(problem)
        # The same words keep their fingerprint, also where the installation has changed its algorithm.
        same = content.matches(file.review.hash)
        hash_ = file.review.hash if same else hash_of(content)
        act = Resubmitted(**common(file, actor, now), title=content.title, hash=hash_, note=note.strip())
        after = do(actor, review_id, file, act, now)
        keep_content(organ_id, review_id, hash_, content)
    return after


def _content(actor: Actor, file: File) -> tuple[UUID, Content]:
    opened_as = file.review.opened
    return organ_of(actor), kind(opened_as.kind).content(organ_of(actor), opened_as.of)


def withdraw(actor: Actor, review_id: UUID, seen: Seen, now: dt.datetime, reason: str = "") -> File:
    """Take the content back; only an author can. Raises ``NoContent``, ``ValidationError``, ``Taken``,
    ``Forbidden``.
    """
    actor.require("review.submit")
    with transaction.atomic():
        file = opened(actor, review_id, seen)
        act = Withdrawn(**common(file, actor, now), reason=reason.strip())
        return do(actor, review_id, file, act, now)
