"""How an organ sets up its messages: its own texts, its quiet hours, its ways out."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from gongkai.web.notices.quiet import Hours
from gongkai.web.organs.models import Organ
from gongkai.web.organs.owned import Owned, OwnedQuerySet
from gongkai.web.sealing.fields import SealedField, SealedRow


class Pattern(Owned):
    """The organ's own text of a kind; without a row the shipped one holds."""

    kind = models.CharField("种类", max_length=40)
    title = models.CharField("标题", max_length=80)
    text = models.TextField("正文", max_length=2000)
    changed_at = models.DateTimeField()
    changed_by = models.CharField(max_length=64)

    class Meta:
        ordering = ("kind",)
        constraints = (models.UniqueConstraint(fields=("organ", "kind"), name="pattern_once"),)


class Delivery(SealedRow):
    """When and how an organ's messages go out; without a row the defaults of these columns hold."""

    organ = models.OneToOneField(Organ, on_delete=models.PROTECT, related_name="+", verbose_name="机关")
    quiet_since = models.TimeField("免打扰开始", default=dt.time(20))
    quiet_until = models.TimeField("免打扰结束", default=dt.time(8))
    quiet_rest_days = models.BooleanField("非工作日不发送", default=True)
    digest_at = models.TimeField("每日摘要时间", default=dt.time(8, 30))
    by_mail = models.BooleanField("发送电子邮件", default=True)
    by_sms = models.BooleanField("发送短信", default=False)
    webhook = models.URLField("接口推送地址", blank=True, max_length=200)
    webhook_secret = SealedField("接口签名密钥")

    objects: Any = OwnedQuerySet.as_manager()

    class Meta:
        ordering = ("organ",)

    def seal_scope(self) -> str:
        """The organ's code."""
        return str(self.organ.code)

    @property
    def hours(self) -> Hours:
        """The quiet hours as a value."""
        return Hours(self.quiet_since, self.quiet_until, self.quiet_rest_days)

    def clean(self) -> None:
        """The digest must have a moment at which it can go out, the webhook a secret to sign with."""
        if self.hours.quiet(self.digest_at):
            raise ValidationError({"digest_at": "每日摘要的时间落在免打扰时段内，请改为时段以外。"})
        if self.webhook and not len(self.webhook_secret):
            raise ValidationError({"webhook": "填写了接口推送地址，还须填写签名密钥，对方据此核对消息来源。"})
