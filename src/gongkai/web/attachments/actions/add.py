"""Adding a file: looked at by ``gongkai.files``, stored under a random name, then written down with a line
of audit.

The bytes are stored first and the row last; what breaks off in between is bytes that no row knows, which
:func:`gongkai.web.attachments.actions.erase.clear_away` takes away.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.conf import settings
from django.db import transaction

from gongkai.files.accept import Terms, accept
from gongkai.files.antivirus import Engine
from gongkai.files.limits import Limits
from gongkai.web.attachments import places, store
from gongkai.web.attachments.models import Attachment
from gongkai.web.audit.recording import record
from gongkai.web.rights.actor import Actor, Forbidden


def terms(own: bool) -> Terms:
    """On what terms this installation takes files; ``own`` for files of the office itself."""
    limits = Limits(
        size=settings.UPLOAD_BYTES, seconds=settings.READ_SECONDS, memory=settings.READ_MEMORY_BYTES
    )
    engine = Engine(settings.CLAMD) if settings.CLAMD else None
    return Terms(own=own, engine=engine, limits=limits)


def add(actor: Actor, subject: str, given: str, data: bytes, now: dt.datetime) -> Attachment:
    """Take a file of the office for a subject.

    Raises :class:`Forbidden` for who may not, ``FileError`` with one sentence for a file that cannot be
    taken: too large, of a kind that is not allowed, infected, not scanned, with a secrecy mark; or that the
    store does not take now (``Unreachable``).
    """
    if not places.may_add(actor, subject):
        raise Forbidden("您不能在这里添加文件。")
    return put(actor, subject, given, data, now, own=True)


def put(actor: Actor, subject: str, given: str, data: bytes, now: dt.datetime, *, own: bool) -> Attachment:
    """Store a file, whoever brings it; ``own`` is False for what citizens send: nobody judges its content.

    For the acts of other apps, which have checked the right. Raises ``FileError``.
    """
    what, data = examined(given, data, own=own)
    return _write(actor, subject, data, now, what)


def examined(given: str, data: bytes, *, own: bool) -> tuple[dict[str, Any], bytes]:
    """What is written down of a file that passes the gates, and its bytes; nothing is stored. Raises
    ``FileError``.
    """
    taken, data = accept(data, given, terms(own))
    notices = [*taken.notices, *(hit.sentence for hit in taken.hidden)]
    what = {"name": taken.name, "kind": taken.kind.value, "media_type": taken.media_type, "notices": notices}
    return what, data


def keep_examined(
    actor: Actor, subject: str, data: bytes, now: dt.datetime, what: dict[str, Any]
) -> Attachment:
    """Store a file that has passed the gates before, as :func:`examined` described it."""
    return _write(actor, subject, data, now, what)


def keep_made(
    actor: Actor, subject: str, name: str, data: bytes, now: dt.datetime, *, kind: str, media_type: str
) -> Attachment:
    """Store a file that this system itself has made (a letter, an export): it hides nothing."""
    return _write(actor, subject, data, now, {"name": name, "kind": kind, "media_type": media_type})


def _write(actor: Actor, subject: str, data: bytes, now: dt.datetime, what: dict[str, Any]) -> Attachment:
    if actor.organ_id is None:
        raise Forbidden("没有机关的账号不能保存文件。")
    stored_as, sha256 = store.keep(data)
    try:
        with transaction.atomic():
            one: Attachment = Attachment.objects.create(
                organ_id=actor.organ_id,
                subject=subject,
                size=len(data),
                sha256=sha256,
                stored_as=stored_as,
                added_by=actor.id,
                added_at=now,
                **what,
            )
            record(actor, "attachments.add", str(one.pk), now, belongs_to=subject, sha256=sha256)
    except BaseException:
        store.drop(stored_as)
        raise
    return one
