"""Who is asked for an opinion: name and address are sealed, for a third party may be anybody.

Source: 条例 arts. 32–34.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from gongkai.statute.case_words import ASKED
from gongkai.web.applications.models.application import Application
from gongkai.web.organs.models import Organ
from gongkai.web.organs.owned import OwnedQuerySet
from gongkai.web.sealing.fields import SealedField, SealedRow


class Consulted(SealedRow):
    """One who is asked in a case, by the id of the consultation in its entries."""

    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="+")
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="consulted")
    key = models.CharField("编号", max_length=20)
    to = models.CharField("征求对象", max_length=20, choices=[(str(k), v) for k, v in ASKED.items()])
    name = SealedField("姓名或者名称")
    address = SealedField("联系方式")
    about = models.TextField("征求意见的内容", blank=True)

    objects: ClassVar[Any] = OwnedQuerySet.as_manager()

    class Meta:
        ordering = ("application", "key")
        constraints: ClassVar = [models.UniqueConstraint(fields=("application", "key"), name="consulted_key")]

    def seal_scope(self) -> str:
        """The organ's code."""
        return str(self.organ.code)
