"""How every act is done: what the page showed must still hold, the rules must allow it, all in one
transaction.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone

from gongkai.web.audit.recording import record
from gongkai.web.entries.row import Taken
from gongkai.web.review.core.acts import Act
from gongkai.web.review.core.content import Content
from gongkai.web.review.core.fold import begun, taken
from gongkai.web.review.core.notation import kind_of, split
from gongkai.web.review.core.rules import objection
from gongkai.web.review.core.state import Review
from gongkai.web.review.kinds import NoContent, kind
from gongkai.web.review.ledger import File, file_of, write
from gongkai.web.review.projecting import project
from gongkai.web.review.telling import tell_of
from gongkai.web.rights.actor import Actor, Forbidden

ELSEWHERE = "内容已在别处改动，与送审的不一致，不能签署。请联系拟稿人重新送审。"
AUDITED = ("hash", "step", "task", "to", "role", "on_behalf_of", "conclusion", "kind", "of", "sort")


@dataclass(frozen=True, slots=True)
class Seen:
    """What the page showed to whom acts: the last position, and the fingerprint of the content."""

    position: int
    hash: str


def organ_of(actor: Actor) -> UUID:
    """The organ that the actor acts for; raises ``Forbidden`` for somebody without one."""
    if actor.organ_id is None:
        raise Forbidden("没有这一项，或者它不属于本机关。")
    return actor.organ_id


def opened(actor: Actor, review_id: UUID, seen: Seen) -> File:
    """The review as the page showed it.

    Raises :class:`NoContent` where the actor's organ has none of that id, ``Taken`` where it has moved
    on since.
    """
    file = file_of(organ_of(actor), review_id)
    if file is None:
        raise NoContent
    actor.require(kind(file.review.opened.kind).right, actor.organ_id)
    if file.position != seen.position:
        raise Taken
    return file


def common(file: File | None, actor: Actor, now: dt.datetime) -> dict[str, Any]:
    """What every act has: the next position, the day, the time, the person."""
    position = file.position + 1 if file else 1
    return {"position": position, "on": timezone.localdate(now), "recorded_at": now, "by": actor.id}


def hash_of(content: Content) -> str:
    """The fingerprint by the algorithm of this installation (setting ``AUDIT_HASH``)."""
    return content.fingerprint(settings.AUDIT_HASH)


def unchanged(actor: Actor, review: Review) -> None:
    """Raise ``ValidationError`` where the content itself is not what is under review."""
    content = kind(review.opened.kind).content(organ_of(actor), review.opened.of)
    if not content.matches(review.hash):
        raise ValidationError(ELSEWHERE)


def do(actor: Actor, review_id: UUID, file: File | None, act: Act, now: dt.datetime) -> File:
    """Append the act, write the projection and the audit line; must run inside a transaction.

    Raises ``ValidationError`` with the sentence of the rules, ``Taken`` where somebody else was first.
    """
    if file and (problem := objection(file.review, act)):
        raise ValidationError(problem)
    review = taken(file.review, act) if file else begun(act)
    if review is None:
        raise ValidationError("审核环节的设置不能使用，请工作机构负责人检查后再送审。")
    write(organ_of(actor), review_id, act)
    project(organ_of(actor), review_id, review)
    tell_of(organ_of(actor), review_id, review, act.by, now)
    told = {name: value for name, value in split(act)[0].items() if name in AUDITED}
    if paper := split(act)[0].get("paper"):
        told |= {"signer": paper["signer"], "scan": paper["scan_sha256"]}
    record(actor, f"review.{kind_of(act)}", str(review_id), now, position=act.position, **told)
    return File(review_id, (*(file.acts if file else ()), act), review)
