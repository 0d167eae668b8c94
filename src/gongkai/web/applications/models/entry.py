"""The entries of applications, and where each case stands: a projection that only the fold writes."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from gongkai.web.applications.models.application import Application
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
        indexes: ClassVar = [models.Index(fields=("organ", "on"), name="application_entry_day")]


class Standing(Owned):
    """Where a case stands after its last entry; written by the fold in the transaction of the entry.

    ``due`` is the strict last day of the reply, ``next_on`` the next last day of what others owe. What a
    list shows of an application stands here, too, so that boards and lists read one narrow table. No rule of
    the law reads it.
    """

    application = models.OneToOneField(Application, on_delete=models.PROTECT, related_name="standing")
    number = models.CharField("登记号", max_length=20, blank=True)
    matter = models.CharField("事项", max_length=80, blank=True)
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

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=("organ", "closed_on", "due"), name="standing_open_due"),
            models.Index(fields=("organ", "stage", "due"), name="standing_stage_due"),
            models.Index(fields=("organ", "received_on"), name="standing_received"),
            models.Index(fields=("organ", "number"), name="standing_number"),
            models.Index(fields=("organ", "due"), name="standing_due"),
            models.Index(fields=("organ", "filed_on"), name="standing_filed"),
            models.Index(fields=("organ", "row", "number"), name="standing_row"),
            models.Index(fields=("organ", "stage", "number"), name="standing_stage_number"),
            models.Index(fields=("organ", "timely", "closed_on"), name="standing_timely"),
        ]
