"""The remark that was entered with an entry: beside the ledger, sealed, so that it can be erased.

The ledger is never changed; whatever tells of a person must therefore not stand in it.

Source: 个人信息保护法 art. 47; security check C15.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from gongkai.web.applications.models.application import Application
from gongkai.web.organs.models import Organ
from gongkai.web.organs.owned import OwnedQuerySet
from gongkai.web.sealing.fields import SealedField, SealedRow


class Remark(SealedRow):
    """The words to the entry at ``position`` of a case."""

    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="+")
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="remarks")
    position = models.PositiveIntegerField()
    text = SealedField("备注")

    objects: ClassVar[Any] = OwnedQuerySet.as_manager()

    class Meta:
        ordering = ("application", "position")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("application", "position"), name="remark_of_entry")
        ]

    def seal_scope(self) -> str:
        """The organ's code."""
        return str(self.organ.code)
