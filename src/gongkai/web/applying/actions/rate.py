"""Rating the handling, once, after the reply."""

from __future__ import annotations

import datetime as dt

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from gongkai.values.errors import NotAllowed
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.models import Application
from gongkai.web.applying.acting import applicant
from gongkai.web.applying.models import SCORES, Rating
from gongkai.web.audit.recording import record

WHY = "《条例》第四十六条"


def rate(application: Application, score: int, words: str, now: dt.datetime) -> Rating:
    """Keep a rating. Raises :class:`NotAllowed` before the end of the case, and for a second one."""
    if score not in SCORES:
        raise NotAllowed("请选择一档评价。", WHY)
    if not state_of(application, localdate(now)).ended:
        raise NotAllowed("答复以后才能评价。", WHY)
    row = Rating(organ=application.organ, application=application, score=score, at=now)
    row.seal("words", words.strip())
    try:
        with transaction.atomic():
            row.save(force_insert=True)
            record(applicant(application), "applying.rate", application.number, now, score=score)
    except IntegrityError:
        raise NotAllowed("这件申请已经评价过，不能重复评价。", WHY) from None
    return row
