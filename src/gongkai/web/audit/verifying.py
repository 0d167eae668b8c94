"""Holding every chain, its head and the anchors against each other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.conf import settings
from django.db import transaction

from gongkai.web.audit.chain import Anchor, Break, Line, breaks, root_of
from gongkai.web.audit.models import AuditAnchor, AuditHead, AuditLine

FIELDS = ("chain", "number", "at", "actor", "act", "subject", "data", "algorithm", "previous", "hash")


def lines_of(chain: str, after: int = 0) -> Iterator[Line]:
    """The lines of a chain in order, as plain values, without holding them all in memory."""
    rows = AuditLine.objects.filter(chain=chain, number__gt=after).order_by("number")
    return (Line(*row) for row in rows.values_list(*FIELDS).iterator(chunk_size=2000))


def verify() -> list[Break]:
    """Every place where a chain or an anchor does not hold; empty where all hold."""
    with transaction.atomic():
        heads = {h.chain: (h.number, h.hash) for h in AuditHead.objects.all()}
        named = set(AuditLine.objects.values_list("chain", flat=True).distinct().order_by())
        lines = (line for chain in sorted(named) for line in lines_of(chain))
        anchors = AuditAnchor.objects.values_list("day", "heads", "algorithm", "root")
        return breaks(lines, heads, (Anchor(*row) for row in anchors))


def anchor(day: dt.date, now: dt.datetime) -> AuditAnchor:
    """Anchor all heads for a day; a day that has its anchor keeps it."""
    with transaction.atomic():
        heads = {h.chain: [h.number, h.hash] for h in AuditHead.objects.order_by("chain")}
        made, _ = AuditAnchor.objects.get_or_create(
            day=day,
            defaults={
                "heads": heads,
                "algorithm": settings.AUDIT_HASH,
                "root": root_of(heads, settings.AUDIT_HASH),
                "made_at": now,
            },
        )
        return made
