"""Erasing a file: the bytes go, the row stays and says who did it and why; and clearing away what has no
row.
"""

from __future__ import annotations

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction

from gongkai.web.attachments import places, store
from gongkai.web.attachments.models import Attachment
from gongkai.web.audit.recording import record
from gongkai.web.rights.actor import Actor, Forbidden


def erase(actor: Actor, one: Attachment, reason: str, now: dt.datetime) -> None:
    """Erase the bytes of a file; name, hash and the reason stay.

    Raises :class:`Forbidden` for who may not add files there, ``ValidationError`` without a reason.
    """
    actor.require("attachments.add", one.organ_id)
    if not places.may_add(actor, one.subject):
        raise Forbidden("您不能删除这里的文件。")
    if not reason.strip():
        raise ValidationError("请写明删除的理由。")
    with transaction.atomic():
        rows = Attachment.objects.for_organ(one.organ_id).filter(pk=one.pk, erased_at=None)
        if rows.update(erased_at=now, erased_by=actor.id, erased_because=reason.strip()[:200]):
            record(actor, "attachments.erase", str(one.pk), now, sha256=one.sha256)
            transaction.on_commit(lambda: store.drop(one.stored_as))


def clear_away(before: dt.datetime) -> int:
    """Drop stored bytes older than ``before`` that no row knows (an upload that broke off); how many went.

    What a row knows, of whatever organ, stays.
    """
    gone = 0
    for name in list(store.names()):
        if store.store().get_modified_time(name) < before and not Attachment.objects.stored(name):
            store.drop(name)
            gone += 1
    return gone
