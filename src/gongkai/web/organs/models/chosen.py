"""What an organ has chosen where the law leaves it open: one row a choice, never changed; the last one holds.

Source: law.md §7.5 (doubtful points); gongkai.statute.settings.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from gongkai.web.organs.owned import Owned


class Chosen(Owned):
    """From ``since`` on the organ takes ``value`` for the setting ``name``, until a later row says else."""

    name = models.CharField("设置", max_length=60)
    value = models.JSONField("取法")
    since = models.DateField("自哪一天起")
    reason = models.CharField("理由", max_length=300)
    by = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        ordering = ("name", "since", "at")
        indexes: ClassVar = [models.Index(fields=("organ", "since"), name="chosen_since")]
