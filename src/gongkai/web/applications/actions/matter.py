"""事项: the short name that the office gives an application for its lists; it holds nothing private."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.timezone import localtime

from gongkai.web.applications import standing
from gongkai.web.applications.models import Application
from gongkai.web.audit.recording import record
from gongkai.web.rights.actor import Actor


def name_matter(actor: Actor, application: Application, matter: str, now: dt.datetime) -> None:
    """Give the matter another name. Raises ``Forbidden``, ``ValidationError`` for one too long."""
    actor.require("applications.register", application.organ_id)
    with transaction.atomic():
        application.matter = matter.strip()
        application.clean_fields(exclude=[f.name for f in application._meta.fields if f.name != "matter"])
        application.save(update_fields=["matter"])
        standing.refresh(application, localtime(now).date())
        record(actor, "applications.matter", application.number, now)
