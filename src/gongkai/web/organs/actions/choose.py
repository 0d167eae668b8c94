"""选定: from a day to come on the organ takes another value for a setting; nothing before is changed.

Source: law.md §7.5; a choice never reaches back, so no date of a case already filed moves.
"""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.timezone import localtime

from gongkai.statute.settings import written
from gongkai.values.errors import NotAllowed
from gongkai.web.audit.recording import record
from gongkai.web.organs.models import Chosen, Organ
from gongkai.web.organs.options import option
from gongkai.web.rights.actor import Actor


def choose(
    actor: Actor, organ: Organ, name: str, value: object, *, since: dt.date, reason: str, now: dt.datetime
) -> Chosen:
    """Choose a value from ``since`` on.

    Raises ``Forbidden``, :class:`NotAllowed` for an unknown name, a value that may not be chosen, a day that
    has come, or no reason.
    """
    actor.require("organs.edit", organ.pk)
    one = option(name)
    taken = one.check(value)
    today = localtime(now).date()
    if since <= today:
        raise NotAllowed(
            f"请选择{today}以后的日期：已经收到的申请按收到时的取法计算，不能倒过来改变。",
            "《条例》第四十五条",
        )
    if not reason.strip():
        raise NotAllowed("请写明理由，例如所依据的文件或者会议决定。", "《条例》第四十五条")
    with transaction.atomic():
        row: Chosen = Chosen.objects.create(
            organ=organ,
            name=one.name,
            value=taken,
            since=since,
            reason=reason.strip()[:300],
            by=actor.id,
            at=now,
        )
        record(actor, "organs.choose", one.name, now, value=written(taken), since=since.isoformat())
    return row
