"""What ties a letter to its case: the entry that it made, the earlier letter that it corrects."""

from __future__ import annotations

from django.db import models

from gongkai.web.letters.models import Letter
from gongkai.web.organs.owned import Owned


class LetterEntry(Owned):
    """An entry of the case that an act on a letter made; ``position`` is that of the entry."""

    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="entries")
    kind = models.CharField(max_length=40)
    position = models.PositiveIntegerField()

    class Meta:
        ordering = ("position",)


class Correction(Owned):
    """更正: a letter that corrects one already sent; the result of the case and its day stay as they are.

    Source: 行政机关自行纠正 (工作惯例; law.md A12: the result, once there, stays).
    """

    letter = models.OneToOneField(Letter, on_delete=models.PROTECT, related_name="corrects")
    of = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="corrections")
    reason = models.CharField("原文书有误之处", max_length=300)
    holds = models.CharField("更正后的内容", max_length=300, default="")
    by = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at",)
