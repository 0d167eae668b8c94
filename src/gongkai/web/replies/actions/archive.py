"""归档: closing the file of a case, with its numbered list, its number and the class of its retention.

Source: 条例 art. 45; the option ``retention`` of the organ (its default RECALLED).
"""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from gongkai.values.errors import NotAllowed
from gongkai.web.applications.cases import CaseState, state_of
from gongkai.web.applications.holding import hold
from gongkai.web.applications.models import Application
from gongkai.web.audit.recording import record
from gongkai.web.entries.models import next_number
from gongkai.web.organs.models import Organ
from gongkai.web.replies.contents import contents, undelivered, unsent_letters
from gongkai.web.replies.models import CLASSES, Archive
from gongkai.web.replies.options import years
from gongkai.web.rights.actor import Actor

ARTICLE = "《条例》第四十五条"
SERIES = "archives"


def why_not(state: CaseState) -> str:
    """Why the case cannot be archived now; "" where it can."""
    open_words = "这一件还没有办结，不能归档。"
    if state.case.row is None:
        return open_words
    if Archive.objects.for_organ(state.application.organ_id).filter(application=state.application).exists():
        return "这一件已经归档。"
    if "decided" in {str(kind) for kind in state.next_kinds}:
        return open_words
    if left := unsent_letters(state):
        return f"还有已经编号、没有发出也没有作废的文书（{left[0].number}），请先发出或者作废。"
    if left := undelivered(state):
        return f"还有没有登记送达的文书（{left[0].number or left[0].title}），请先登记送达凭证。"
    return ""


def last_day(organ: Organ, closed: dt.date, retention: str, day: dt.date) -> dt.date | None:
    """The last day on which a file of that class is kept; None for ever. Counted from the year after, by the
    years that the organ had chosen on ``day``.
    """
    count = years(organ, retention, day)
    return None if count is None else dt.date(closed.year + count, 12, 31)


def archive(actor: Actor, application: Application, retention: str, now: dt.datetime) -> Archive:
    """Close the file. Raises ``Forbidden``, :class:`NotAllowed` where something is left to do."""
    actor.require("applications.handle", application.organ_id)
    if retention not in CLASSES:
        raise NotAllowed("请选择保管期限。", ARTICLE)
    today = now.astimezone(dt.timezone(dt.timedelta(hours=8))).date()
    with transaction.atomic():
        # Held first: nobody enters anything, or closes the file too, between the look and the archive.
        hold(application)
        state = state_of(application, today)
        if why := why_not(state):
            raise NotAllowed(why, ARTICLE)
        serial = next_number(application.organ, SERIES, today.year)
        one: Archive = Archive.objects.create(
            organ=application.organ,
            application=application,
            year=today.year,
            serial=serial,
            number=f"{today.year}-依申请公开-{serial:04d}",
            retention=retention,
            keep_until=last_day(application.organ, state.case.row_on or today, retention, today),
            on=today,
            listed=contents(state),
            by=actor.id,
            at=now,
        )
        record(
            actor, "replies.archive", application.number, now, number=one.number, retention=retention,
            items=len(one.listed),
        )  # fmt: skip
    return one
