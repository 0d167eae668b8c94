"""补发查询码: a new code for who has lost his; the old one opens nothing from then on."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from gongkai.web.applications.codes import code_hash, new_code
from gongkai.web.applications.models import Application
from gongkai.web.audit.recording import record
from gongkai.web.rights.actor import Actor


def renew_code(actor: Actor, application: Application, now: dt.datetime) -> str:
    """A new query code, kept as a hash alone. Raises ``Forbidden``."""
    actor.require("applications.register", application.organ_id)
    code = new_code()
    with transaction.atomic():
        application.code_hash = code_hash(code)
        application.save(update_fields=["code_hash"])
        record(actor, "applications.code", application.number, now)
    return code
