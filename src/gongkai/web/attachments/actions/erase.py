"""Erasing a file: the bytes go, the row stays and says who did it and why; and clearing away what has no
row.
"""

from __future__ import annotations

import datetime as dt
from functools import partial

from django.core.exceptions import ValidationError
from django.db import connection, transaction

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


def erase_all(actor: Actor, subject: str, reason: str, now: dt.datetime) -> int:
    """Erase every file of a subject, for acts of other apps that have checked the right; how many there were.

    Must run inside the transaction of the act, which leaves the audit line; raises ``RuntimeError`` outside.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("files are erased in the transaction of the act that erases them")
    rows = list(Attachment.objects.for_organ(actor.organ_id).of(subject))
    for one in rows:
        one.erased_at, one.erased_by, one.erased_because = now, actor.id, reason[:200]
        one.save(update_fields=["erased_at", "erased_by", "erased_because"])
        transaction.on_commit(partial(store.drop, one.stored_as))
    return len(rows)


def clear_away(before: dt.datetime) -> int:
    """Drop stored bytes older than ``before`` that no row knows (an upload that broke off); how many went.

    What a row knows, of whatever organ, stays; so does what has no name of ours. Raises ``Unreachable``.
    """
    gone = 0
    for name in list(store.names()):
        # Asking for the age is a request of its own where the store is an object store, so it comes last.
        loose = store.OWN.fullmatch(name) and not Attachment.objects.stored(name)
        if loose and store.stored_before(name, before):
            gone += store.drop(name)
    return gone
