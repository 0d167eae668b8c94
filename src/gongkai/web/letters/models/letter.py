"""A letter and its versions. What a version says is sealed; the letter's own row tells nothing of a person.

Which version is the present one, its day and the hash of its text stand in the letter's row, too: lists read
them there, and whatever is signed, scanned or sent is held against that hash. They are written together with
the version, nowhere else.

Source: 条例 arts. 33, 45; 党政机关公文处理工作条例 (发文字号); design decision 7.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from gongkai.letters.document import Document, documents
from gongkai.web.attachments.models import Attachment
from gongkai.web.organs.models import Organ
from gongkai.web.organs.owned import Owned, OwnedQuerySet
from gongkai.web.sealing.fields import SealedField, SealedRow


class Letter(Owned):
    """A letter or form of a subject (``<prefix>/<key>``); its number is taken when it is issued.

    ``kind`` is the identifier of its document (D01 to F06). ``series`` is the word of its number, "" for a
    document that has none; ``serial`` counts within organ, series and year.
    """

    subject = models.CharField(max_length=80, db_index=True)
    kind = models.CharField("文书", max_length=8)
    version = models.PositiveIntegerField(default=0)
    on = models.DateField("成文日期")
    digest = models.CharField("文字校验值", max_length=64)
    sealed = models.BooleanField("需要用印")
    drafted_by = models.CharField(max_length=64)
    drafted_at = models.DateTimeField("起草时间")

    series = models.CharField(max_length=8, blank=True)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    serial = models.PositiveIntegerField(null=True, blank=True)
    number = models.CharField("发文字号", max_length=60, blank=True)
    issued_at = models.DateTimeField(null=True, blank=True)
    issued_by = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ("-drafted_at", "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("organ", "series", "year", "serial"),
                name="letter_serial",
                condition=models.Q(serial__isnull=False),
            ),
            models.UniqueConstraint(
                fields=("organ", "number"), name="letter_number", condition=~models.Q(number="")
            ),
        ]
        indexes: ClassVar = [models.Index(fields=("organ", "drafted_at"), name="letter_of_organ")]

    def __str__(self) -> str:
        """Title and number: nothing of a person."""
        return f"{self.title} {self.number}".strip()

    @property
    def document(self) -> Document | None:
        """The document that it is; None for one that this release has no longer: its letters stay."""
        return next((one for one in documents() if one.id == self.kind), None)

    @property
    def title(self) -> str:
        """The title of the document."""
        return self.document.title if self.document else self.kind


class LetterVersion(SealedRow):
    """A version of a letter: the facts it was made of, the paper that came of them, both as JSON and sealed.

    A version is never changed; the next one has the next number. ``pdf`` and ``docx`` are its files.
    """

    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="+")
    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField("版本")
    on = models.DateField("成文日期")
    facts = SealedField()
    paper = SealedField()
    digest = models.CharField("文字校验值", max_length=64)
    pdf = models.ForeignKey(Attachment, on_delete=models.PROTECT, related_name="+")
    docx = models.ForeignKey(Attachment, on_delete=models.PROTECT, related_name="+")
    made_by = models.CharField(max_length=64)
    made_at = models.DateTimeField("生成时间")

    objects: ClassVar[Any] = OwnedQuerySet.as_manager()

    class Meta:
        ordering = ("letter", "number")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("letter", "number"), name="letter_version_number")
        ]

    def seal_scope(self) -> str:
        """The organ's code."""
        return str(self.organ.code)
