"""Isolation: rows belong to an organ, and the only way to them names it.

``Model.objects.for_organ(organ)`` is where every query of web code starts; a house test forbids other ways.
"""

from __future__ import annotations

import datetime as dt
import uuid
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar
from uuid import UUID

from django.db import models

if TYPE_CHECKING:
    from gongkai.web.organs.models.organ import Organ

M = TypeVar("M", bound=models.Model)


class OwnedQuerySet(models.QuerySet[M]):
    """Rows that belong to organs."""

    def for_organ(self, organ: Organ | UUID | None) -> Self:
        """The rows of one organ; none for None."""
        return self.filter(organ_id=getattr(organ, "pk", organ)) if organ else self.none()


class DatedQuerySet(OwnedQuerySet[M]):
    """Rows that hold from a day on, until another."""

    def on(self, day: dt.date) -> Self:
        """The rows that hold on that day; ``until`` is the first day on which a row no longer holds."""
        return self.filter(since__lte=day).filter(models.Q(until=None) | models.Q(until__gt=day))


class OrganRow(models.Model):
    """What every row of an organ has. Its id tells nothing and cannot be guessed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organ = models.ForeignKey("organs.Organ", on_delete=models.PROTECT, related_name="+", verbose_name="机关")

    class Meta:
        abstract = True


class Owned(OrganRow):
    """A row of an organ, reached by ``for_organ`` alone."""

    objects: ClassVar[Any] = OwnedQuerySet.as_manager()

    class Meta:
        abstract = True


class Dated(OrganRow):
    """A row of an organ with the days on which it holds; what is replaced stays as history."""

    since = models.DateField("自")
    until = models.DateField("至", null=True, blank=True)

    objects: ClassVar[Any] = DatedQuerySet.as_manager()

    class Meta:
        abstract = True

    def holds_on(self, day: dt.date) -> bool:
        """Whether the row holds on that day."""
        return self.since <= day and (self.until is None or day < self.until)
