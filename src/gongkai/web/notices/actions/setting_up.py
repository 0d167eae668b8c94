"""Editing the organ's own texts and the way its messages go out."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from gongkai.web.audit.recording import record
from gongkai.web.notices.kinds import kind as kind_of
from gongkai.web.notices.models import Pattern
from gongkai.web.notices.patterns import delivery_of
from gongkai.web.notices.wording import faults
from gongkai.web.organs.models import Organ
from gongkai.web.rights.actor import Actor

RIGHT = "notices.edit_templates"
CHANGEABLE = (
    "quiet_since", "quiet_until", "quiet_rest_days", "digest_at", "by_mail", "by_sms", "webhook",
)  # fmt: skip


def edit_pattern(actor: Actor, organ: Organ, kind: str, title: str, text: str, *, now: dt.datetime) -> None:
    """Put the organ's own text in the place of the shipped one. Raises ``ValidationError``, ``Forbidden``."""
    actor.require(RIGHT, organ.pk)
    text = text.replace("\r\n", "\n").strip()
    if wrong := faults(kind_of(kind), title, text):
        raise ValidationError({field: [s for f, s in wrong if f == field] for field, _ in wrong})
    with transaction.atomic():
        Pattern.objects.for_organ(organ).update_or_create(
            organ=organ,
            kind=kind,
            defaults={"title": title, "text": text, "changed_at": now, "changed_by": actor.id},
        )
        digest = hashlib.sha256(f"{title}\n{text}".encode()).hexdigest()
        record(actor, "notices.edit_pattern", kind, now, sha256=digest)


def reset_pattern(actor: Actor, organ: Organ, kind: str, now: dt.datetime) -> bool:
    """Go back to the shipped text; True where the organ had its own. Raises ``Forbidden``."""
    actor.require(RIGHT, organ.pk)
    with transaction.atomic():
        gone, _ = Pattern.objects.for_organ(organ).filter(kind=kind).delete()
        if gone:
            record(actor, "notices.reset_pattern", kind, now)
    return bool(gone)


def set_delivery(
    actor: Actor, organ: Organ, now: dt.datetime, *, secret: str = "", **values: Any
) -> list[str]:
    """Change when and how messages go out; the names of what differs.

    ``secret`` signs what is posted to the webhook; empty leaves it as it is. Raises ``ValidationError``,
    ``Forbidden``.
    """
    actor.require(RIGHT, organ.pk)
    row = delivery_of(organ)
    changed = [name for name in CHANGEABLE if name in values and getattr(row, name) != values[name]]
    for name in changed:
        setattr(row, name, values[name])
    if secret:
        row.seal("webhook_secret", secret)
        changed.append("webhook_secret")
    row.full_clean()
    if changed:
        with transaction.atomic():
            row.save()
            record(actor, "notices.set_delivery", str(organ.pk), now, fields=changed)
    return changed
