"""合并办理: a case goes with another one, and may go by itself again. Nothing of either is merged."""

from __future__ import annotations

import datetime as dt

from django.db import IntegrityError, transaction
from django.utils.timezone import localtime

from gongkai.values.errors import NotAllowed
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.models import Application
from gongkai.web.applications.models.together import Together
from gongkai.web.applications.standing import OPEN
from gongkai.web.audit.recording import record
from gongkai.web.rights.actor import Actor

ARTICLE = "《条例》第三十六条"


def join(actor: Actor, application: Application, lead: Application, now: dt.datetime) -> Together:
    """Handle a case together with a leading one. Raises ``Forbidden``, :class:`NotAllowed`."""
    actor.require("applications.handle", application.organ_id)
    actor.require("applications.handle", lead.organ_id)
    today = localtime(now).date()
    if lead.pk == application.pk:
        raise NotAllowed("不能与自己合并办理，请填写另一件的登记号。", ARTICLE)
    for one in (application, lead):
        if state_of(one, today).stage not in OPEN:
            raise NotAllowed(f"{one.number}已经办结或者作废，不能合并办理。", ARTICLE)
    held = Together.objects.for_organ(application.organ_id).filter(until=None)
    if held.filter(application=lead).exists():
        raise NotAllowed(f"{lead.number}自己正随另一件合并办理，请填写牵头那一件的登记号。", ARTICLE)
    if held.filter(lead=application).exists():
        raise NotAllowed(f"有其他申请正随{application.number}合并办理，它应当作为牵头的一件。", ARTICLE)
    try:
        with transaction.atomic():
            row: Together = Together.objects.create(
                organ=application.organ, application=application, lead=lead, since=today, by=actor.id
            )
            record(actor, "applications.join", application.number, now, lead=lead.number)
    except IntegrityError:
        raise NotAllowed(f"{application.number}已经与其他申请合并办理。请先分开。", ARTICLE) from None
    return row


def part(actor: Actor, application: Application, now: dt.datetime) -> None:
    """Let a case go by itself again; nothing happens where it does already. Raises ``Forbidden``."""
    actor.require("applications.handle", application.organ_id)
    with transaction.atomic():
        held = Together.objects.for_organ(application.organ_id).filter(application=application, until=None)
        if held.update(until=localtime(now).date()):
            record(actor, "applications.part", application.number, now)
