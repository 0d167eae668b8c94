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


TRIES = ("contact", "asked")
"""The kinds of note that are a try to reach the applicant."""


def asked_online(application: Application) -> bool:
    """Whether the office has asked the applicant to confirm on the page of his case."""
    rows = Note.objects.for_organ(application.organ_id).filter(application=application, kind="asked")
    return bool(rows.exists())


def log_attempt(  # who, on what, when, what was said, and now
    actor: Actor, application: Application, on: dt.date, text: str, now: dt.datetime, *, online: bool = False
) -> Note:
    """Keep a try of that day; ``online`` asks the applicant to confirm on the page of his case.

    Raises ``Forbidden``, :class:`NotAllowed` where nothing is said of it.
    """
    actor.require("applications.register", application.organ_id)
    if not text.strip():
        raise NotAllowed("请写明怎样联系的、结果如何。", ARTICLE)
    with transaction.atomic():
        note: Note = Note.objects.create(
            organ=application.organ, application=application, kind="asked" if online else "contact",
            text=text.strip(),
            by=actor.id, at=now, on=on,
        )  # fmt: skip
        record(actor, "applications.contact", application.number, now, on=on.isoformat())
    return note
