"""What happens to the paper: the scan with its seal, going out, being voided. Facts with their days.

A scan is bound to the hash of a text. Another text, another hash: the scan stays on file and is bound no
longer, without anybody having to say so.

Source: 条例 arts. 40, 45; 党政机关公文处理工作条例 (印章、发文登记).
"""

from __future__ import annotations

from django.db import models

from gongkai.web.attachments.models import Attachment
from gongkai.web.letters.models.letter import Letter
from gongkai.web.organs.owned import Owned

WAYS = {"paper": "纸质（当面、邮寄）", "electronic": "电子（互联网渠道、电子邮件、传真）"}


class SealedScan(Owned):
    """The scan of the sealed paper, or the file with the electronic seal, of the text with that hash."""

    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="scans")
    digest = models.CharField(max_length=64)
    file = models.ForeignKey(Attachment, on_delete=models.PROTECT, related_name="+")
    by = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "pk")


class Dispatch(Owned):
    """The text with that hash went out on a day: on paper, or as a file."""

    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="dispatches")
    digest = models.CharField(max_length=64)
    way = models.CharField("发出方式", max_length=12, choices=list(WAYS.items()))
    on = models.DateField("发出日期")
    by = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        ordering = ("on", "at")


class LetterVoid(Owned):
    """作废: the letter counts no more; its number stays taken, and the reason says why."""

    letter = models.OneToOneField(Letter, on_delete=models.PROTECT, related_name="void")
    reason = models.CharField("作废的理由", max_length=200)
    by = models.CharField(max_length=64)
    at = models.DateTimeField()
