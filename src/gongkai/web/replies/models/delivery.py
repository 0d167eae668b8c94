"""送达: what is known of the way of a letter to its reader: posted, received, returned, by public notice.

Facts with their day and their evidence; the last one does not undo those before.

Source: 条例 arts. 33, 40; 民事诉讼法 arts. 87–95 by analogy (送达回证、邮寄、公告); law.md A24.
"""

from __future__ import annotations

from django.db import models

from gongkai.letters.vocabulary import fact
from gongkai.web.attachments.models import Attachment
from gongkai.web.letters.models import Letter
from gongkai.web.organs.owned import Owned

WHAT = {
    "posted": "已交寄、已发送",
    "received": "已经送达（收件人收到）",
    "returned": "退回、未能送达",
    "notice": "公告送达",
}
CHANNELS = dict(fact("delivery").choices) | {"notice": "公告送达"}
"""The ways of delivery, as the letters name them; and public notice, where no other way is left."""


class Delivery(Owned):
    """One fact on the way of a letter, with its evidence."""

    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="deliveries")
    what = models.CharField("情况", max_length=12, choices=list(WHAT.items()))
    channel = models.CharField("送达方式", max_length=20, choices=list(CHANNELS.items()))
    on = models.DateField("日期")
    tracking = models.CharField("邮件号码或者发送凭证", max_length=80, blank=True)
    note = models.CharField("备注", max_length=300, blank=True)
    file = models.ForeignKey(
        Attachment, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name="凭证"
    )
    by = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        ordering = ("on", "at")
