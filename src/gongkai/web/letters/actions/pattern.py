"""Setting how the organ writes its numbers, from a day on."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.db.models import F

from gongkai.letters.numbers import Rule
from gongkai.web.audit.recording import record
from gongkai.web.letters.models import Pattern
from gongkai.web.organs.models import Organ
from gongkai.web.rights.actor import Actor


def set_pattern(actor: Actor, prefix: str, pattern: str, since: dt.date, now: dt.datetime) -> Pattern:
    """Take a pattern from a day on, in place of the one before; counting goes on.

    Raises ``Forbidden``, :class:`gongkai.values.errors.NotAllowed` where the pattern does not do what the
    norm asks.
    """
    actor.require("letters.edit_patterns")
    rule = Rule(prefix.strip(), pattern.strip())
    organ = Organ.objects.for_organ(actor.organ_id).get()
    rows = Pattern.objects.for_organ(organ)
    with transaction.atomic():
        # A row that would itself begin on that day or later is taken back, not ended before it began.
        rows.filter(since__gte=since).update(until=F("since"))
        rows.filter(since__lt=since, until=None).update(until=since)
        one: Pattern = rows.create(
            organ=organ, prefix=rule.prefix, pattern=rule.pattern, since=since, set_by=actor.id, set_at=now
        )
        record(actor, "letters.set_pattern", str(one.pk), now, since=since.isoformat())
    return one
