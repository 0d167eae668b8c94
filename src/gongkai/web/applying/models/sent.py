"""What the applicant sends after filing: a correction, reasons, further material; how he rates it.

The entry in the ledger says that it came and when; the text stands here, sealed, since it tells of people.
``position`` is that of the entry; 0 where there is none.

Source: 条例 arts. 30, 35; 国办发〔2019〕51号 (好差评, five grades; taken over here by choice).
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from gongkai.web.applications.models import Application
from gongkai.web.organs.models import Organ
from gongkai.web.organs.owned import OwnedQuerySet
from gongkai.web.sealing.fields import SealedField, SealedRow

KINDS = {
    "correction": "补正",
    "reasons": "说明理由",
    "material": "补充材料",
    "withdrawal": "撤回的说明",
    "suggestion": "建议主动公开",
}
SCORES = {5: "非常满意", 4: "满意", 3: "基本满意", 2: "不满意", 1: "非常不满意"}


class Supplement(SealedRow):
    """A text of the applicant; never changed."""

    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="+")
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="supplements")
    kind = models.CharField("种类", max_length=12, choices=list(KINDS.items()))
    text = SealedField("内容")
    position = models.PositiveIntegerField(default=0)
    at = models.DateTimeField("提交时间")

    objects: ClassVar[Any] = OwnedQuerySet.as_manager()

    class Meta:
        ordering = ("at", "pk")

    def seal_scope(self) -> str:
        """The organ's code."""
        return str(self.organ.code)


class Rating(SealedRow):
    """How the applicant rates the handling, once; the words are sealed."""

    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="+")
    application = models.OneToOneField(Application, on_delete=models.PROTECT, related_name="rating")
    score = models.PositiveSmallIntegerField("评价", choices=list(SCORES.items()))
    words = SealedField("意见")
    at = models.DateTimeField("评价时间")

    objects: ClassVar[Any] = OwnedQuerySet.as_manager()

    class Meta:
        ordering = ("at", "pk")

    def seal_scope(self) -> str:
        """The organ's code."""
        return str(self.organ.code)
