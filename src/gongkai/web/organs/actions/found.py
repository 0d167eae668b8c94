"""Setting up an organ, and changing what is known of it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction

from gongkai.web.audit.recording import record
from gongkai.web.organs.models import Organ
from gongkai.web.rights.actor import Actor, system

CHANGEABLE = (
    "name", "short_name", "kind", "level", "region", "credit_code", "document_mark", "own_site", "hosted_on",
)  # fmt: skip


def found(now: dt.datetime, on: dt.date, **values: Any) -> Organ:
    """Set up an organ in this installation; done by the command of the operator, before anybody can sign in.

    Raises ``ValidationError`` for values that do not hold.
    """
    organ = Organ(founded_on=on, **values)
    organ.full_clean()
    with transaction.atomic():
        organ.save(force_insert=True)
        record(system(organ.code, organ.pk), "organs.found", str(organ.pk), now, code=organ.code)
    return organ


def change(actor: Actor, organ: Organ, now: dt.datetime, **values: Any) -> list[str]:
    """Change values of an organ; the names of those that differ. Raises ``ValidationError``,
    ``Forbidden``.
    """
    actor.require("organs.edit", organ.pk)
    changed = [f for f in CHANGEABLE if f in values and getattr(organ, f) != values[f]]
    for name in changed:
        setattr(organ, name, values[name])
    organ.full_clean()
    if changed:
        with transaction.atomic():
            organ.save(update_fields=changed)
            record(actor, "organs.change", str(organ.pk), now, fields=changed)
    return changed
