"""归档: the file of a case with its numbered list and retention class; the record of what was erased.

Source: 条例 art. 45 (归档). Classes and how they are counted: 机关文件材料归档范围和文书档案保管期限规定
(RECALLED; parameter ``retention``).
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from gongkai.web.applications.models import Application
from gongkai.web.organs.owned import Owned

CLASSES = {"permanent": "永久", "long": "定期（较长）", "short": "定期（较短）"}
"""The three classes; how many years the two dated ones last stands in the parameter."""


class Archive(Owned):
    """The file of a closed case: number, class, the list as it was, the last day on which it is kept."""

    application = models.OneToOneField(Application, on_delete=models.PROTECT, related_name="archive")
    year = models.PositiveSmallIntegerField()
    serial = models.PositiveIntegerField()
    number = models.CharField("案卷号", max_length=40)
    retention = models.CharField("保管期限", max_length=10, choices=list(CLASSES.items()))
    keep_until = models.DateField("保管到", null=True, blank=True)
    on = models.DateField("归档日期")
    listed = models.JSONField("卷内目录", default=list)
    by = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        ordering = ("-year", "-serial")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("organ", "year", "serial"), name="archive_serial")
        ]


class Erasure(Owned):
    """清除: personal data of a case were erased after its time; the ledger and what is counted stay."""

    application = models.OneToOneField(Application, on_delete=models.PROTECT, related_name="erasure")
    reason = models.CharField("清除的依据和理由", max_length=300)
    counts = models.JSONField("清除的项数", default=dict)
    by = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at",)
