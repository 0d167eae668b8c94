"""Who works on a case, and what they note: assignments with their days, a contact log and comments."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from gongkai.web.applications.models.application import Application
from gongkai.web.organs.models import Adviser
from gongkai.web.organs.owned import Dated, Owned
from gongkai.web.people.models import Person, Unit

DUTIES = {"handler": "承办", "co_handler": "协办"}
NOTES = {"contact": "联系记录", "asked": "请申请人网上确认", "comment": "内部意见", "opinion": "法律意见"}


class Assignment(Dated):
    """A person (or a unit, until it names one) who handles a case from a day on."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="assignments")
    duty = models.CharField("分工", max_length=12, choices=list(DUTIES.items()))
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    given_by = models.CharField(max_length=64)

    class Meta:
        ordering = ("since", "pk")
        indexes: ClassVar = [
            models.Index(fields=("person", "until"), name="assignment_of_person"),
            models.Index(fields=("organ", "application"), name="assignment_of_case"),
        ]


class Note(Owned):
    """What was said on the phone, a colleague's comment, an adviser's opinion; never shown outside the
    office.
    """

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="notes")
    kind = models.CharField("种类", max_length=12, choices=list(NOTES.items()))
    text = models.TextField("内容")
    by = models.CharField(max_length=64)
    at = models.DateTimeField()
    on = models.DateField("日期")
    adviser = models.ForeignKey(
        Adviser,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="出具意见的人",
    )
    to = models.ManyToManyField(Person, related_name="+", blank=True)

    class Meta:
        ordering = ("at",)
