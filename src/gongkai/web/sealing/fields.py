"""Sealed fields of a model: shown masked, opened only on purpose, changed to a new key in one place.

A model takes :class:`SealedRow` and declares ``SealedField``; its rows have an id before they are saved
(UUID). Printing
such a field anywhere shows :data:`MASK`; :meth:`SealedRow.opened` gives the text, and whoever calls it for
a person's eyes
writes a line of audit.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.conf import settings
from django.db import models, transaction

from gongkai.web.sealing import cipher
from gongkai.web.sealing.keys import Keyring, read_ring

if TYPE_CHECKING:
    _TextField = models.TextField[Any, Any]
else:
    _TextField = models.TextField

MASK = "●●●●"
BATCH = 200
"""Rows that one transaction takes to a new key."""


def ring() -> Keyring:
    """The keyring of this installation (setting ``KEY_FILE``)."""
    return read_ring(settings.KEY_FILE)


class Sealed(str):
    """A sealed value as a model holds it: prints as :data:`MASK`, never as what is stored."""

    __slots__ = ()

    def __str__(self) -> str:
        """Masked; empty where nothing is sealed."""
        return MASK if len(self) else ""

    __repr__ = __str__

    def __format__(self, spec: str) -> str:
        """Masked in every formatted text, too."""
        return format(str(self), spec)

    def __html__(self) -> str:
        """Masked in templates, which would otherwise take the text as it is stored."""
        return str(self)

    @property
    def stored(self) -> str:
        """The value as it stands in the database."""
        return str.__str__(self)


class SealedField(_TextField):
    """A column with a sealed text; ``index`` names the column of its blind index, where it has one."""

    def __init__(self, *args: Any, index: str = "", **kwargs: Any) -> None:
        self.index = index
        kwargs.setdefault("blank", True)
        kwargs.setdefault("default", "")
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """For migrations."""
        name, path, args, kwargs = super().deconstruct()
        return name, path, list(args), dict(kwargs) | ({"index": self.index} if self.index else {})

    def from_db_value(self, value: str | None, *_: Any) -> Sealed:
        """What is read is masked from the start."""
        return Sealed(value or "")

    def get_prep_value(self, value: Any) -> str:
        """What is written must have been sealed; a plain text is a mistake of the program."""
        if isinstance(value, Sealed):
            return value.stored
        if value:
            raise TypeError(f"{self.model.__name__}.{self.name} takes a sealed value; use SealedRow.seal()")
        return ""


class SealedRow(models.Model):
    """A row with sealed fields; ``seal_scope()`` names the organ whose indexes it shares."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    class Meta:
        abstract = True

    def seal_scope(self) -> str:
        """The organ (its code) within which equal values can be found."""
        raise NotImplementedError

    def _context(self, field: str) -> str:
        return f"{self._meta.db_table}/{field}/{self.pk}"

    def seal(self, field: str, text: str, keys: Keyring | None = None) -> None:
        """Put a text into a sealed field, and its index beside it; the row is not saved."""
        keys = keys or ring()
        column = self._meta.get_field(field)
        if not isinstance(column, SealedField):
            raise TypeError(f"{field} is not a sealed field")
        setattr(self, field, Sealed(cipher.seal(keys, text, self._context(field)) if text else ""))
        if column.index:
            setattr(self, column.index, cipher.blind_index(keys, text, self.seal_scope()) if text else "")

    def opened(self, field: str) -> str:
        """The text of a sealed field; raises ``CannotOpen`` where it was tampered with."""
        value: Sealed = getattr(self, field)
        return cipher.unseal(ring(), value.stored, self._context(field)) if len(value) else ""


def indexes_of(text: str, organ: str) -> list[str]:
    """What to look for in an index column (``…__in``) to find an equal text of that organ."""
    return cipher.blind_indexes(ring(), text, organ)


def sealed_models() -> Iterator[tuple[type[SealedRow], list[SealedField]]]:
    """Every model of this installation with sealed fields, and these fields."""
    for model in apps.get_models():
        fields = [f for f in model._meta.get_fields() if isinstance(f, SealedField)]
        if fields and issubclass(model, SealedRow):
            yield model, fields


def take_to_active_key(model: type[SealedRow], fields: list[SealedField]) -> int:
    """Seal every value of a model anew that is not under the keys in use; the number of rows changed.

    In batches, each a short transaction, so that the site can serve meanwhile; a value changed by somebody
    else in
    between is left as it is and taken with the next round.
    """
    keys, changed = ring(), 0
    rows = model._base_manager.order_by("pk")
    last = None
    while True:
        batch = list((rows.filter(pk__gt=last) if last else rows)[:BATCH])
        if not batch:
            return changed
        last = batch[-1].pk
        with transaction.atomic():
            changed += sum(_renew(model, row, fields, keys) for row in batch)


def _renew(model: type[SealedRow], row: SealedRow, fields: list[SealedField], keys: Keyring) -> int:
    before, after = {}, {}
    for field in fields:
        value: Sealed = getattr(row, field.name)
        if not len(value):
            continue
        old_index = getattr(row, field.index) if field.index else ""
        if cipher.key_of(value.stored) == keys.active and (
            not old_index or cipher_index(old_index) == keys.index
        ):
            continue
        before[field.name] = value
        row.seal(field.name, row.opened(field.name), keys)
        after[field.name] = getattr(row, field.name)
        if field.index:
            after[field.index] = getattr(row, field.index)
    if not after:
        return 0
    return model._base_manager.filter(pk=row.pk, **before).update(**after)


def cipher_index(value: str) -> str:
    """The id of the key that a blind index was made with."""
    return value.split(cipher.MARK, 1)[0]
