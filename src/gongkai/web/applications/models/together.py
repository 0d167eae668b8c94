"""Cases handled together: each keeps its number, its outcome and its place in the count.

Source: 条例 art. 36; law.md §7 (a case is counted by itself whatever is handled beside it).
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from gongkai.web.applications.models.application import Application
from gongkai.web.organs.owned import Dated


class Together(Dated):
    """A case that is handled with a leading one from a day on."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="leads")
    lead = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="followers")
    by = models.CharField(max_length=64)

    class Meta:
        ordering = ("since", "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("application",), name="together_once", condition=models.Q(until=None)
            )
        ]
