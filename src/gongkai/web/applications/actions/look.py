"""Looking at who asks and who is asked: the sealed values are opened together, with a line of audit."""

from __future__ import annotations

import datetime as dt

from gongkai.web.applications.models import Application, Consulted
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
    asked = list(Consulted.objects.for_organ(application.organ_id).filter(application=application))
    fields = [*opened, *(f"consulted/{one.key}" for one in asked)]
    record_alone(actor, "applications.look", application.number, now, fields=fields)
    return [(PRIVATE_WORDS[name], found[name]) for name in opened] + [_told(one) for one in asked]


def _told(one: Consulted) -> tuple[str, str]:
    """Who is asked, by number, with name and address."""
    texts = [one.opened("name"), one.opened("address")]
    return f"{one.get_to_display()}（编号{one.key}）", "，".join(text for text in texts if text)
