"""Saving a draft: each saving is a version; while it is under review, the change goes to the reviewers
at once.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from gongkai.web.audit.recording import record
from gongkai.web.entries.row import Taken
from gongkai.web.review.actions.doing import Seen, organ_of
from gongkai.web.review.actions.submitting import resubmit
from gongkai.web.review.drafts import KEY, latest_version
from gongkai.web.review.ledger import latest
from gongkai.web.review.models import Draft, DraftVersion
from gongkai.web.rights.actor import Actor

FIELDS = (
    "title", "body", "column", "origin", "source", "platforms", "planned_on", "attribute", "attribute_reason",
    "personal",
)  # fmt: skip


def begin_draft(actor: Actor, now: dt.datetime, **values: Any) -> Draft:
    """Write a new draft. Raises ``ValidationError``, ``Forbidden``."""
    actor.require("review.submit")
    with transaction.atomic():
        draft = Draft(organ_id=organ_of(actor), created_at=now, created_by=actor.id)
        draft.save(force_insert=True)
        _version(actor, draft, 1, now, values)
        record(actor, "review.draft", str(draft.pk), now, version=1)
    return draft


def save_draft(
    actor: Actor, draft: Draft, seen_version: int, now: dt.datetime, position: int = 0, **values: Any
) -> DraftVersion:
    """Save what was changed as the next version; nothing changed is no version.

    ``seen_version`` and ``position`` (of the review, 0 without one) are what the page showed. Under
    review the new content is sent to the reviewers at once and voids what they signed; one that was sent
    back waits for :func:`~gongkai.web.review.actions.submitting.resubmit`. Raises ``Taken``,
    ``ValidationError``, ``Forbidden``.
    """
    actor.require("review.submit", draft.organ_id)
    with transaction.atomic():
        last = latest_version(draft)
        if last.number != seen_version:
            raise Taken
        kept = {name: getattr(last, name) for name in FIELDS} | values
        if all(getattr(last, name) == value for name, value in kept.items()):
            return last
        row = _version(actor, draft, last.number + 1, now, kept)
        file = latest(draft.organ_id, KEY, str(draft.pk))
        if file and file.review.open and file.review.sent_back is None:
            resubmit(actor, file.id, Seen(position, file.review.hash), now)
        # Last of all: the head of the audit chain is the last row locked, or two acts wait for each other.
        record(actor, "review.draft", str(draft.pk), now, version=row.number)
    return row


def _version(
    actor: Actor, draft: Draft, number: int, now: dt.datetime, values: dict[str, Any]
) -> DraftVersion:
    row = DraftVersion(
        organ_id=draft.organ_id, draft=draft, number=number, saved_at=now, saved_by=actor.id, **values
    )
    row.full_clean(exclude=["platforms"])
    if row.attribute != "active" and not row.attribute_reason.strip():
        raise ValidationError({"attribute_reason": "不是主动公开的，请写明理由。"})
    row.save(force_insert=True)
    return row
