"""Rows with history: one takes the place of another from a day on; nothing is overwritten."""

from __future__ import annotations

import datetime as dt
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import F

from gongkai.web.audit.recording import record
from gongkai.web.organs.owned import Dated
from gongkai.web.rights.actor import Actor

D = TypeVar("D", bound=Dated)


def begin(actor: Actor, row: D, now: dt.datetime, *, instead_of: dict[str, Any] | None = None) -> D:
    """Add a row that holds from ``row.since`` on.

    ``instead_of`` names the rows whose place it takes (``{"kind": "court"}``; ``{}`` for every row of this
    table): they end
    on that day. A row that would itself begin on that day or later is taken back instead of ended before it
    began. Raises
    ``ValidationError``, ``Forbidden``.
    """
    actor.require("organs.edit", row.organ_id)
    row.full_clean()
    model = type(row)
    with transaction.atomic():
        if instead_of is not None:
            same = model.objects.for_organ(row.organ_id).filter(**instead_of)
            same.filter(since__gte=row.since).update(until=F("since"))
            same.filter(since__lt=row.since, until=None).update(until=row.since)
        row.save(force_insert=True)
        record(actor, f"organs.{model._meta.model_name}.begin", str(row.pk), now, since=row.since.isoformat())
    return row


def end(actor: Actor, row: Dated, on: dt.date, now: dt.datetime) -> None:
    """Let a row hold no longer from that day on. Raises ``Forbidden``."""
    actor.require("organs.edit", row.organ_id)
    with transaction.atomic():
        type(row).objects.for_organ(row.organ_id).filter(pk=row.pk).update(until=max(on, row.since))
        record(actor, f"organs.{row._meta.model_name}.end", str(row.pk), now, until=on.isoformat())
