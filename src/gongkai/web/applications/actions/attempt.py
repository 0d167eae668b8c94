"""联系记录: each try to reach the applicant is kept, so that a late confirmation can be accounted for.

Source: 国办公开办函〔2015〕207号 (an applicant who cannot be reached); law.md A23.
"""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from gongkai.values.errors import NotAllowed
from gongkai.web.applications.models import Application, Note
from gongkai.web.audit.recording import record
from gongkai.web.rights.actor import Actor

ARTICLE = "国办公开办函〔2015〕207号"


def log_attempt(actor: Actor, application: Application, on: dt.date, text: str, now: dt.datetime) -> Note:
    """Keep a try of that day. Raises ``Forbidden``, :class:`NotAllowed` where nothing is said of it."""
    actor.require("applications.register", application.organ_id)
    if not text.strip():
        raise NotAllowed("请写明怎样联系的、结果如何。", ARTICLE)
    with transaction.atomic():
        note: Note = Note.objects.create(
            organ=application.organ, application=application, kind="contact", text=text.strip(),
            by=actor.id, at=now, on=on,
        )  # fmt: skip
        record(actor, "applications.contact", application.number, now, on=on.isoformat())
    return note
