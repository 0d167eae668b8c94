"""The steps that an organ sets for a kind of content, with history."""

from __future__ import annotations

from django.db import models

from gongkai.web.organs.owned import Dated


class ReviewChain(Dated):
    """A chain that holds from a day on for one kind of content; what is under review keeps its own."""

    kind = models.CharField("内容类别", max_length=40)
    steps = models.JSONField("审核环节", default=list)
    secrecy_roles = models.JSONField("保密审查", default=list)
    chase_after = models.PositiveSmallIntegerField("催办间隔（工作日）")
    set_by = models.CharField(max_length=64)
    set_at = models.DateTimeField()

    class Meta:
        ordering = ("kind", "since", "set_at")
