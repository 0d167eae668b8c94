"""督办: somebody in charge urges a case on; who handles it is told at once, and it is kept."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.timezone import localtime

from gongkai.values.errors import NotAllowed
from gongkai.web.applications.addresses import case_address
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.ladder import HANDLER
from gongkai.web.applications.models import Application, Urging
from gongkai.web.applications.recipients import Recipients
from gongkai.web.applications.standing import OPEN
from gongkai.web.audit.recording import record
from gongkai.web.notices.actions.tell import tell
from gongkai.web.rights.actor import Actor

ARTICLE = "《条例》第三十三条、第四十六条"
URGED = "application.urged"


def urge(actor: Actor, application: Application, text: str, now: dt.datetime) -> Urging:
    """Urge a case on, with what is asked for. Raises ``Forbidden``, :class:`NotAllowed` for a closed one or
    without words.
    """
    actor.require("applications.approve", application.organ_id)
    today = localtime(now).date()
    if state_of(application, today).stage not in OPEN:
        raise NotAllowed("这一件已经办结或者作废，不需要督办。", ARTICLE)
    if not text.strip():
        raise NotAllowed("请写明督办要求。", ARTICLE)
    with transaction.atomic():
        row: Urging = Urging.objects.create(
            organ=application.organ, application=application, on=today, text=text.strip(), by=actor.id, at=now
        )
        people = Recipients(application.organ, today).of(application.pk, (HANDLER,))
        tell(
            application.organ,
            people,
            URGED,
            now,
            key=f"{URGED}/{row.pk}",
            link=case_address(application),
            number=application.number,
            by=actor.name,
        )
        record(actor, "applications.urge", application.number, now)
    return row
