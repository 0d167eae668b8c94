"""The files of an application: what the applicant sent, what came in on paper. Read by who reads the case.

Source: 条例 art. 45 (归档); security checks C10, C12.
"""

from __future__ import annotations

from gongkai.web.applications.models import Application
from gongkai.web.attachments import places
from gongkai.web.rights.actor import Actor

PREFIX = "application"


def subject_of(application: Application) -> str:
    """The subject to which the files of an application belong."""
    return f"{PREFIX}/{application.number}"


def _there(actor: Actor, number: str) -> bool:
    rows = Application.objects.for_organ(actor.organ_id)
    return bool(rows.filter(number=number).exists())


def _may_read(actor: Actor, key: str) -> bool:
    return actor.may("applications.read") and _there(actor, key)


def _may_add(actor: Actor, key: str) -> bool:
    return actor.may("applications.handle") and _there(actor, key)


def register() -> None:
    """Make the place known."""
    address = "/office/applications/{}/"
    places.register(places.Place(PREFIX, "依申请公开", _may_read, _may_add, address.format))
