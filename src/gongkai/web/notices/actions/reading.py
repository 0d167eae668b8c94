"""Reading one's own notices."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from gongkai.web.notices.models import Notice
from gongkai.web.organs.owned import OwnedQuerySet
from gongkai.web.rights.actor import Actor


def notices_of(actor: Actor) -> OwnedQuerySet[Notice]:
    """The actor's own notices, the newest first."""
    rows: OwnedQuerySet[Notice] = Notice.objects.for_organ(actor.organ_id)
    return rows.filter(person_id=actor.id) if actor.id else rows.none()


def unread(actor: Actor) -> int:
    """How many of them have not been read."""
    return notices_of(actor).filter(read_at=None).count()


def read(actor: Actor, ids: list[UUID] | None, now: dt.datetime) -> int:
    """Note that the actor has read these notices of his, or all (None); how many were unread.

    No act of office, so it leaves no line of audit.
    """
    rows = notices_of(actor).filter(read_at=None)
    return (rows if ids is None else rows.filter(pk__in=ids)).update(read_at=now)
