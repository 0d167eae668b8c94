"""The reviewers' acts: sign a step, sign for secrecy, send back. In one's own name, also for a principal."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from gongkai.web.review.actions.doing import Seen, common, do, opened, organ_of, unchanged
from gongkai.web.review.core.acts import AUTHOR, SECRECY, Mark, Returned, SecrecySigned, Signed
from gongkai.web.review.core.content import Content
from gongkai.web.review.eligible import Capacity, capacities, capacity_for
from gongkai.web.review.ledger import File, content_of
from gongkai.web.review.tasks import AskedFor, asked_for
from gongkai.web.rights.actor import Actor

NOT_YOURS = "这个环节不由您签署：您没有所需的角色，或者角色只限于别的处室，或者规则不允许您签这一件。"


def capacity(actor: Actor, task: AskedFor, now: dt.datetime, principal: str | None) -> Capacity:
    """In which role, for whom, the actor does the task; raises ``ValidationError`` where he cannot."""
    held = capacities(actor, timezone.localdate(now))
    found = capacity_for(task, held, actor.id, principal)
    if found is None:
        raise ValidationError(NOT_YOURS)
    return found


def sign(
    actor: Actor,
    review_id: UUID,
    seen: Seen,
    now: dt.datetime,
    *,
    step: int,
    checks: Iterable[str],
    opinion: str = "",
    principal: str | None = None,
) -> File:
    """Sign a step on the content that the page showed, every check ticked.

    ``principal`` is the id of whom the actor stands in for, empty for himself, None for whichever fits.
    Raises ``NoContent``, ``ValidationError``, ``Taken``, ``Forbidden``.
    """
    actor.require("review.sign")
    with transaction.atomic():
        file = opened(actor, review_id, seen)
        unchanged(actor, file.review)
        own = capacity(actor, asked_for(file.review, step), now, principal)
        act = Signed(
            **common(file, actor, now),
            hash=seen.hash,
            role=own.role,
            on_behalf_of=own.principal,
            opinion=opinion.strip(),
            step=step,
            checks=frozenset(checks),
        )
        return do(actor, review_id, file, act, now)


def sign_secrecy(
    actor: Actor,
    review_id: UUID,
    seen: Seen,
    now: dt.datetime,
    *,
    conclusion: str,
    basis: str = "",
    form: Mapping[str, str] | None = None,
    opinion: str = "",
    principal: str | None = None,
) -> File:
    """Sign for secrecy with a conclusion; what is not fit to be disclosed goes back to its author.

    Source: 条例 art. 17. Raises as :func:`sign`.
    """
    actor.require("review.sign_secrecy")
    with transaction.atomic():
        file = opened(actor, review_id, seen)
        unchanged(actor, file.review)
        own = capacity(actor, asked_for(file.review, SECRECY), now, principal)
        act = SecrecySigned(
            **common(file, actor, now),
            hash=seen.hash,
            role=own.role,
            on_behalf_of=own.principal,
            opinion=opinion.strip(),
            conclusion=conclusion,
            basis=basis.strip(),
            form={key: value for key, value in (form or {}).items() if value},
        )
        return do(actor, review_id, file, act, now)


def send_back(
    actor: Actor,
    review_id: UUID,
    seen: Seen,
    now: dt.datetime,
    *,
    task: int,
    to: int = AUTHOR,
    reason: str,
    marks: Iterable[Mark] = (),
    principal: str | None = None,
) -> File:
    """Send back with a reason and marks, to the author or an earlier step; later steps begin anew.

    Raises as :func:`sign`.
    """
    actor.require("review.sign_secrecy" if task == SECRECY else "review.sign")
    with transaction.atomic():
        file = opened(actor, review_id, seen)
        own = capacity(actor, asked_for(file.review, task), now, principal)
        placed = tuple(marks)
        check_marks(content_of(organ_of(actor), review_id, file.review.hash), placed)
        act = Returned(
            **common(file, actor, now),
            task=task,
            to=to,
            hash=seen.hash,
            role=own.role,
            on_behalf_of=own.principal,
            reason=reason.strip(),
            marks=placed,
        )
        return do(actor, review_id, file, act, now)


def check_marks(content: Content, marks: Iterable[Mark]) -> None:
    """Raise ``ValidationError`` for a mark whose words do not stand at its place."""
    places = {key: (name, text) for key, name, text in content.places()}
    for mark in marks:
        name, text = places.get(mark.place, ("", ""))
        if not name:
            raise ValidationError("标记的位置不存在。请从列表中选择段落。")
        if mark.words not in text:
            raise ValidationError(f"{name}中没有“{mark.words}”。请照原文填写要标出的文字。")
