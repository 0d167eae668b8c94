"""The one append-only table that each ledger app has, and how an entry is added.

A row is never changed or deleted. The position orders the entries of a subject and is the lock: who adds at
a position
that is taken is told that somebody else was first. What is derived (a projection) is written by the fold in
the same
transaction, and can be made anew from the rows at any time.

Source: design decision 2; gongkai.ledger.entries.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from typing import Any, TypeVar
from uuid import UUID

from django.db import IntegrityError, models, transaction
from django.db.models import Max

from gongkai.web.organs.owned import OwnedQuerySet

R = TypeVar("R", bound="EntryRow")


class Taken(Exception):
    """Somebody else added an entry at this position first; the page answers 409 and shows what now holds."""


class EntryRow(models.Model):
    """An entry: what happened to a subject of an organ, on which day, recorded when and by whom."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organ = models.ForeignKey("organs.Organ", on_delete=models.PROTECT, related_name="+")
    subject = models.CharField(max_length=64)
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=40)
    on = models.DateField()
    recorded_at = models.DateTimeField()
    by = models.CharField(max_length=64)
    data = models.JSONField(default=dict)

    objects: Any = OwnedQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ("subject", "position")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Insert; a row that stands is never written again."""
        kwargs["force_insert"] = True
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Refused: a mistake is answered by another entry."""
        raise TypeError("an entry is never deleted; add one that takes it back")


def last_position(model: type[EntryRow], organ: UUID, subject: str) -> int:
    """The position of the last entry of a subject; 0 where there is none."""
    rows = model.objects.for_organ(organ).filter(subject=subject)
    return rows.aggregate(last=Max("position"))["last"] or 0


def append(model: type[R], after: int, **values: Any) -> R:
    """Add an entry at the position after ``after``, the last one that the actor has seen.

    Raises :class:`Taken` where that position is no longer free or not the next one.
    """
    organ = values["organ_id"] if "organ_id" in values else values["organ"].pk
    if last_position(model, organ, values["subject"]) != after:
        raise Taken
    try:
        with transaction.atomic():
            row = model(position=after + 1, **values)
            row.save()
            return row
    except IntegrityError:
        raise Taken from None


Rebuild = Callable[[], Iterator[tuple[str, str]]]
_PROJECTIONS: dict[str, Rebuild] = {}


def projection(name: str) -> Callable[[Rebuild], Rebuild]:
    """Register how a projection is made anew; the function writes it and yields (subject, difference) where
    it differed.
    """

    def register(rebuild: Rebuild) -> Rebuild:
        _PROJECTIONS[name] = rebuild
        return rebuild

    return register


def projections() -> dict[str, Rebuild]:
    """Every registered projection by name."""
    return dict(_PROJECTIONS)
