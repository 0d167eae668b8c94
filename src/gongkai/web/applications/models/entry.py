"""The entries of applications, and where each case stands: a projection that only the fold writes."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from gongkai.web.applications.models.application import LONGEST, Application
from gongkai.web.entries.row import EntryRow
from gongkai.web.organs.owned import Owned


class ApplicationRow(EntryRow):
    """One entry of one application; ``subject`` is its number."""

    class Meta(EntryRow.Meta):
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("organ", "subject", "position"), name="application_entry_position"
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=("organ", "on"), name="application_entry_day"),
            models.Index(fields=("organ", "kind", "on"), name="application_entry_kind"),
        ]


class Standing(Owned):
    """Where a case stands after its last entry; written by the fold in the transaction of the entry.

    ``due`` is the strict last day of the reply, ``next_on`` the next last day of what others owe. What a
    list shows of an application stands here, too, so that boards and lists read one narrow table. No rule of
    the law reads it.
    """

    application = models.OneToOneField(Application, on_delete=models.PROTECT, related_name="standing")
    number = models.CharField("登记号", max_length=20, blank=True)
    matter = models.CharField("事项", max_length=LONGEST["matter"], blank=True)
    applicant = models.CharField("申请人类别", max_length=24, blank=True)
    channel = models.CharField("提交渠道", max_length=20, blank=True)
    filed_on = models.DateField("提交日期", null=True)
    position = models.PositiveIntegerField(default=0)
    stage = models.CharField(max_length=20)
    row = models.CharField(max_length=40, blank=True)
    received_on = models.DateField(null=True)
    closed_on = models.DateField(null=True)
    due = models.DateField(null=True)
    lenient = models.DateField(null=True)
    provisional = models.BooleanField(default=False)
    next_what = models.CharField(max_length=60, blank=True)
    next_on = models.DateField(null=True)
    timely = models.BooleanField(null=True)
    together_with = models.CharField("合并于", max_length=20, blank=True, default="")

    class Meta:
        # Those that a list is sorted by end with the key, by which it breaks ties (``pages.lists``); that of
        # the numbers also holds what is searched. All begin with the organ, as every question does.
        indexes: ClassVar = [
            models.Index(fields=("organ", "id"), name="standing_of_organ"),
            models.Index(fields=("organ", "application"), name="standing_of_case"),
            models.Index(
                fields=("organ", "number", "id", "matter", "application"), name="standing_by_number"
            ),
            models.Index(fields=("organ", "due", "id"), name="standing_by_due"),
            models.Index(fields=("organ", "filed_on", "id"), name="standing_by_filed"),
            models.Index(fields=("organ", "received_on", "id"), name="standing_by_received"),
            models.Index(fields=("organ", "row", "number", "id"), name="standing_by_row"),
            models.Index(fields=("organ", "stage", "number", "id"), name="standing_by_stage"),
            models.Index(fields=("organ", "stage", "due"), name="standing_stage_due"),
            models.Index(fields=("organ", "closed_on", "filed_on"), name="standing_by_closed"),
            models.Index(fields=("organ", "timely", "closed_on"), name="standing_timely"),
            models.Index(fields=("organ", "together_with"), name="standing_together"),
        ]
