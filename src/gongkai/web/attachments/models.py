"""A stored file: its official name, what it is, where its bytes lie; removal is a fact beside it, not a
deletion.

Source: 条例 art. 45 (归档); security checks C19–C21, C32, C35.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from gongkai.web.organs.owned import OrganRow, OwnedQuerySet


class AttachmentQuerySet(OwnedQuerySet["Attachment"]):
    """Files of an organ."""

    def of(self, subject: str) -> AttachmentQuerySet:
        """The files of a subject that have not been erased."""
        return self.filter(subject=subject, erased_at=None)

    def stored(self, name: str) -> bool:
        """Whether a row of any organ knows this place in the store and its bytes should be there."""
        return self.filter(stored_as=name, erased_at=None).exists()


class Attachment(OrganRow):
    """A file that belongs to a subject (``<place>/<key>``). Private: only its place says who may read it."""

    subject = models.CharField(max_length=80, db_index=True)
    name = models.CharField("文件名", max_length=255)
    kind = models.CharField(max_length=20)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField("大小")
    sha256 = models.CharField(max_length=64)
    stored_as = models.CharField(max_length=80, unique=True)
    notices = models.JSONField(default=list)
    added_by = models.CharField(max_length=64)
    added_at = models.DateTimeField("上传时间")
    erased_at = models.DateTimeField(null=True, blank=True)
    erased_by = models.CharField(max_length=64, blank=True)
    erased_because = models.CharField(max_length=200, blank=True)

    objects: ClassVar[Any] = AttachmentQuerySet.as_manager()

    class Meta:
        ordering = ("added_at", "pk")

    def __str__(self) -> str:
        """The official name."""
        return self.name
