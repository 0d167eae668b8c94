"""The steps that an organ sets for a kind of content or one sort of it, with history."""

from __future__ import annotations

from django.db import models

from gongkai.web.organs.owned import Dated


class ReviewChain(Dated):
    """A chain that holds from a day on for one kind of content; what is under review keeps its own.

    With a ``sort`` it holds for that sort alone; without steps, the sort goes by the chain of its kind again.
    """

    kind = models.CharField("内容类别", max_length=40)
    sort = models.CharField("文书种类", max_length=20, blank=True)
    steps = models.JSONField("审核环节", default=list, blank=True)
    secrecy_roles = models.JSONField("保密审查", default=list)
    chase_after = models.PositiveSmallIntegerField("催办间隔（工作日）")
    set_by = models.CharField(max_length=64)
    set_at = models.DateTimeField()

    class Meta:
        ordering = ("kind", "since", "set_at")
