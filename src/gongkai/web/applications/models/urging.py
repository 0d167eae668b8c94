"""督办: somebody in charge urges a case on; kept with its words and day.

Source: 条例 arts. 46, 53 (监督检查); decision of the project.
"""

from __future__ import annotations

from django.db import models

from gongkai.web.applications.models.application import Application
from gongkai.web.organs.owned import Owned


class Urging(Owned):
    """One urging of one case."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="urgings")
    on = models.DateField("督办日期")
    text = models.TextField("督办要求")
    by = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at",)
