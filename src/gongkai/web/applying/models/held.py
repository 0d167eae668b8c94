"""A file of a form that could not be sent yet: sealed, for a short time, for whoever holds the form's token.

Neither token nor address stands here, only a hash of each; name, kind and the key of the bytes are sealed.
Once the row is gone nobody can open the bytes.
"""

from __future__ import annotations

import json
from functools import partial
from typing import Any, ClassVar

from django.db import models, transaction

from gongkai.web.attachments import store
from gongkai.web.organs.models import Organ
from gongkai.web.organs.owned import OwnedQuerySet
from gongkai.web.sealing.fields import SealedField, SealedRow


class HeldFile(SealedRow):
    """``mark`` is a hash of what the form is for and of its token; ``place`` that in which it was chosen;
    ``size`` counts the sealed bytes.
    """

    organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="+")
    mark = models.CharField(max_length=64, db_index=True)
    sender = models.CharField(max_length=64, db_index=True)
    place = models.PositiveSmallIntegerField(default=0)
    size = models.PositiveBigIntegerField("大小")
    stored_as = models.CharField(max_length=80, unique=True)
    sha256 = models.CharField(max_length=64)
    about = SealedField("文件")
    at = models.DateTimeField("暂存时间", db_index=True)

    objects: ClassVar[Any] = OwnedQuerySet.as_manager()

    class Meta:
        ordering = ("at", "place", "pk")

    def seal_scope(self) -> str:
        """The organ's code."""
        return str(self.organ.code)

    @property
    def context(self) -> str:
        """What the bytes are bound to."""
        return f"{self._meta.db_table}/bytes/{self.pk}"

    @property
    def told(self) -> dict[str, Any]:
        """What is sealed of the file: ``name``, ``kind``, ``media_type``, ``notices``; ``of``, the hash of
        its bytes; ``key``. Raises ``CannotOpen``.
        """
        found: dict[str, Any] = json.loads(self.opened("about"))
        return found

    def let_go(self) -> None:
        """Take the row away, and its bytes once that stands; where they cannot be dropped then, the job of
        the night takes them: nobody can open them any more.
        """
        self.delete()
        transaction.on_commit(partial(store.drop, self.stored_as), robust=True)
