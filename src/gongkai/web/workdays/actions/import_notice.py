"""Importing a notice of holidays."""

from __future__ import annotations

import datetime as dt
import hashlib

from django.db import IntegrityError, transaction

from gongkai.statute.holiday_notices import ARTICLE, read
from gongkai.statute.working_days import Calendar
from gongkai.values.errors import NotAllowed
from gongkai.web.audit.recording import record
from gongkai.web.organs.models import Organ
from gongkai.web.rights.actor import Actor
from gongkai.web.workdays.door import notices, with_notices
from gongkai.web.workdays.due_dates import Moved, moved
from gongkai.web.workdays.models import HolidayNotice

RIGHT = "workdays.import"


def import_notice(
    actor: Actor, text: str, now: dt.datetime, today: dt.date
) -> tuple[HolidayNotice, list[Moved]]:
    """Add a notice from the text of its file; the row, and the due dates that moved.

    The operator's act: it holds for every organ here. Raises ``NotAllowed`` for a file that cannot be used or
    was imported before, ``Forbidden``.
    """
    actor.require(RIGHT)
    notice = read(text)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    old = notices()
    new = [*old, notice]

    def before(organ: Organ) -> Calendar:
        return with_notices(old, organ.region)

    def after(organ: Organ) -> Calendar:
        return with_notices(new, organ.region)

    changes = moved(before, after, today)
    row = HolidayNotice(
        year=notice.year,
        region=notice.region or "",
        title=notice.title,
        number=notice.number or "",
        text=text,
        sha256=sha256,
        imported_at=now,
        imported_by=actor.id,
    )
    try:
        with transaction.atomic():
            row.save(force_insert=True)
            record(actor, RIGHT, f"holidays/{notice.year}", now, sha256=sha256, moved=len(changes))
    except IntegrityError:
        raise NotAllowed(f"这份通知（{notice.title}）已经载入过，不必再次载入。", ARTICLE) from None
    return row, changes
