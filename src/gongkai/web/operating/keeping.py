"""How long audit records are kept: at least as long as the law says; nothing here deletes one.

Source: ``statute/parameters/audit_retention.toml``.
"""

from __future__ import annotations

from django.utils import timezone

from gongkai.statute.parameters import value_on
from gongkai.web.audit.models import AuditLine


def kept() -> str:
    """A sentence: how many lines there are, since when, and for how long they must be kept."""
    value = value_on("audit_retention", timezone.localdate())
    first = AuditLine.objects.order_by("at").values_list("at", flat=True).first()
    rule = f"依据{value.article}至少保存{value.content['months']}个月，本系统不删除任何记录"
    if first is None:
        return f"还没有审计记录（{rule}）。"
    since = timezone.localtime(first).date().isoformat()
    return f"共{AuditLine.objects.count()}条审计记录，最早的一条为{since}（{rule}）。"
