"""From an answered case to everybody: drafts for proactive publication and for the library of answers.

Source: 条例 arts. 17, 44; 国办公开办函〔2019〕61号 (主动公开). The library is the organ's choice; no
article asks for it.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from gongkai.web.applications.models import Application
from gongkai.web.organs.owned import Owned, OwnedQuerySet
from gongkai.web.review.models import Draft

PURPOSES = {"proactive": "转为主动公开", "answer": "答复选登"}


class CaseDraft(Owned):
    """A draft for release that came of a case: proposed for which purpose, and why."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="drafts")
    draft = models.OneToOneField(Draft, on_delete=models.PROTECT, related_name="from_case")
    purpose = models.CharField("用途", max_length=10, choices=list(PURPOSES.items()))
    reason = models.CharField("理由", max_length=300)
    by = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at",)


class AnswerQuerySet(OwnedQuerySet["Answer"]):
    """Answers of an organ, or those that everybody may read."""

    def public(self) -> AnswerQuerySet:
        """What is released and was not withdrawn, of every organ."""
        return self.filter(withdrawn_at=None).select_related("organ").order_by("-on", "-at")


class Answer(Owned):
    """A released answer without personal data: as it was reviewed, word by word."""

    source = models.OneToOneField(CaseDraft, on_delete=models.PROTECT, related_name="answer")
    title = models.CharField("标题", max_length=200)
    body = models.TextField("内容")
    on = models.DateField("发布日期")
    by = models.CharField(max_length=64)
    at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=64, blank=True)
    withdrawn_because = models.CharField("撤下的理由", max_length=200, blank=True)

    objects: ClassVar[Any] = AnswerQuerySet.as_manager()

    class Meta:
        ordering = ("-on", "-at")
        indexes: ClassVar = [models.Index(fields=("withdrawn_at", "-on"), name="answer_shown")]
