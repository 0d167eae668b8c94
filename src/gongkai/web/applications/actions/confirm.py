"""确认收到: both sides have confirmed it, and that day is the day of receipt; the matter gets its name.

Source: 条例 art. 31 (二)(三); law.md A23.
"""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from gongkai.statute.events import Event, Kind
from gongkai.web.applications.actions.enter import enter
from gongkai.web.applications.actions.matter import name_matter
from gongkai.web.applications.cases import CaseState
from gongkai.web.applications.models import Application
from gongkai.web.rights.actor import Actor


def confirm(
    actor: Actor,
    application: Application,
    on: dt.date,
    seen: int,
    now: dt.datetime,
    *,
    matter: str = "",
    words: str = "",
) -> CaseState:
    """Enter the receipt. Raises ``Forbidden``, ``Taken``, :class:`~gongkai.values.errors.NotAllowed`."""
    with transaction.atomic():
        if matter.strip():
            name_matter(actor, application, matter, now)
        return enter(actor, application, Event(Kind.RECEIVED, on), seen, now, words=words.strip() or None)
