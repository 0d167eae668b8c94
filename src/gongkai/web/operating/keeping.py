"""How long audit records are kept, and since when there are any."""

from __future__ import annotations

from django.utils import timezone

from gongkai.values.dates import day_words
from gongkai.web.audit.models import AuditLine
from gongkai.web.audit.retention import retention


def kept() -> str:
    """A sentence: how many lines there are, since when, and for how long they must be kept."""
    rule = retention(timezone.localdate()).sentence
    first = AuditLine.objects.order_by("at").values_list("at", flat=True).first()
    if first is None:
        return f"还没有审计记录（{rule}）。"
    since = day_words(timezone.localdate(first))
    return f"共{AuditLine.objects.count()}条审计记录，最早的一条为{since}（{rule}）。"
