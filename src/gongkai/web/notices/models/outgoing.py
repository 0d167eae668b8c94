"""发件箱: what leaves the office, written in the transaction of the act and sent by a job."""

from __future__ import annotations

from typing import Any

from django.db import models

from gongkai.web.organs.models import Organ
from gongkai.web.organs.owned import OwnedQuerySet
from gongkai.web.people.models import Person
from gongkai.web.sealing.fields import SealedField, SealedRow

CHANNELS = {"mail": "电子邮件", "sms": "短信", "webhook": "接口推送"}


class Outgoing(SealedRow):
    """A message on its way: to a person of the office (whose address is opened only when it is sent), to an
    address of its own (sealed), or to the organ's webhook.

    ``due_at`` is the moment before which it is not sent: after the quiet hours, after a failure. Sent or
    given up: a moment. A message whose sending was cut short is sent again, with the same identity (its id),
    never dropped.
    """

    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="+", verbose_name="机关")
    key = models.CharField(max_length=240)
    channel = models.CharField("方式", max_length=10, choices=list(CHANNELS.items()))
    kind = models.CharField("种类", max_length=40)
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    address = SealedField("收件地址")
    title = models.CharField("标题", max_length=100)
    text = models.TextField("内容")
    link = models.CharField("链接", max_length=200, blank=True)
    made_at = models.DateTimeField()
    due_at = models.DateTimeField(db_index=True)
    tries = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True, blank=True)
    given_up_at = models.DateTimeField(null=True, blank=True)
    trouble = models.CharField("未送出的原因", max_length=200, blank=True)

    objects: Any = OwnedQuerySet.as_manager()

    class Meta:
        ordering = ("due_at", "made_at")
        constraints = (models.UniqueConstraint(fields=("organ", "key"), name="outgoing_once"),)

    def seal_scope(self) -> str:
        """The organ's code."""
        return str(self.organ.code)
