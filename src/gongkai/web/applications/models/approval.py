"""What a handler asks the approver for: an extension, a deferral, a fee; with its values and reasons.

It is granted by an entry of that kind that comes after it, and turned down by a fact of its own.

Source: 条例 art. 33 ¶2 (经政府信息公开工作机构负责人同意), 35, 42.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from gongkai.web.applications.models.application import Application
from gongkai.web.organs.owned import Owned


class ApprovalRequest(Owned):
    """A request for approval; ``position`` is the last entry that the handler saw."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="approval_requests")
    kind = models.CharField("事项", max_length=40)
    values = models.JSONField("内容", default=dict)
    position = models.PositiveIntegerField()
    by = models.CharField(max_length=64)
    at = models.DateTimeField()
    turned_down_by = models.CharField(max_length=64, blank=True)
    turned_down_at = models.DateTimeField(null=True, blank=True)
    turned_down_because = models.CharField("不同意的理由", max_length=200, blank=True)

    class Meta:
        ordering = ("at",)


class Refund(Owned):
    """A fee given back: the amount in 元, the day, why."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="refunds")
    amount = models.PositiveIntegerField("退还金额")
    on = models.DateField("退还日期")
    reason = models.CharField("退还的理由", max_length=200)
    by = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ("on", "at")
