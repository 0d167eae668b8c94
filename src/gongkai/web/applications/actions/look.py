"""Looking at who asks: the sealed values are opened together, for who handles it, with a line of audit."""

from __future__ import annotations

import datetime as dt

from gongkai.web.applications.models import Application
from gongkai.web.audit.recording import record_alone
from gongkai.web.rights.actor import Actor
from gongkai.web.sealing.fields import SealedField

PRIVATE_WORDS = {
    field.name: str(field.verbose_name)
    for field in Application._meta.get_fields()
    if isinstance(field, SealedField)
}
"""The private values of an application, by their labels."""


def look(actor: Actor, application: Application, now: dt.datetime) -> list[tuple[str, str]]:
    """The private values that there are, each with its label. Raises ``Forbidden`` without the right."""
    actor.require("applications.open", application.organ_id)
    found = {name: application.opened(name) for name in PRIVATE_WORDS}
    opened = [name for name, text in found.items() if text]
    record_alone(actor, "applications.look", application.number, now, fields=opened)
    return [(PRIVATE_WORDS[name], found[name]) for name in opened]
