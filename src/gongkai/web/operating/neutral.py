"""Rows in a form that is the same for every database: lines of JSON, exact to the microsecond.

Django's own dump cuts moments to milliseconds, which would break every hash of the audit chain; and a dump of
one database does not go into another. Here each value is written by the kind of its column and read back by
it.
"""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import json
from collections.abc import Iterator
from typing import Any

from django.db import models

from gongkai.web.sealing.fields import Sealed, SealedField

LEFT_OUT = frozenset({"sessions.session", "applying.heldfile"})
"""Tables that are not carried over: nobody stays signed in; files of forms that were not sent are held for
hours, and not longer by way of a backup (their bytes open with the row alone).
"""
CHUNK = 2000


def tables(apps: Any) -> dict[str, type[models.Model]]:
    """Every table that is carried over, by its label; ``apps`` are those of today or of a state of
    the migrations.
    """
    found = apps.get_models(include_auto_created=True)
    mine = {m._meta.label_lower: m for m in found if m._meta.managed and not m._meta.proxy}
    return {label: model for label, model in sorted(mine.items()) if label not in LEFT_OUT}


def columns(model: type[models.Model]) -> list[models.Field[Any, Any]]:
    """The columns of a table, by name, so that the order of declaration does not matter."""
    return sorted(model._meta.concrete_fields, key=lambda f: f.attname)


def written(value: Any) -> Any:
    """A value as JSON knows it."""
    if isinstance(value, Sealed):
        return value.stored
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).isoformat(timespec="microseconds")
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(value).decode()
    if value is None or isinstance(value, bool | int | float | str | dict | list):
        return value
    return str(value)


def read_back(field: models.Field[Any, Any], value: Any) -> Any:
    """The value of a column from what :func:`written` made of it."""
    if isinstance(field, SealedField):
        return Sealed(value)
    if value is None or isinstance(field, models.JSONField):
        return value
    if isinstance(field, models.BinaryField):
        return base64.b64decode(value)
    target = field.target_field if isinstance(field, models.ForeignKey) else field
    return target.to_python(value)


def line_of(values: Any) -> str:
    """A row as one line; dictionaries with sorted keys, since a database may turn them."""
    row = [written(value) for value in values]
    return json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def lines(model: type[models.Model], database: str) -> Iterator[str]:
    """Every row of a table as a line, in the order of its key."""
    names = [field.attname for field in columns(model)]
    rows = model._base_manager.using(database).order_by("pk").values_list(*names)
    return (line_of(row) for row in rows.iterator(chunk_size=CHUNK))


class Sum:
    """A hash over lines in whatever order, since databases sort texts differently; and their number."""

    def __init__(self) -> None:
        self.rows = 0
        self.total = 0

    def add(self, line: str) -> None:
        """Count a line in."""
        self.rows += 1
        self.total = (self.total + int.from_bytes(hashlib.sha256(line.encode()).digest())) % (1 << 256)

    @property
    def text(self) -> str:
        """The sum as 64 hexadecimal digits."""
        return f"{self.total:064x}"


def sum_of(model: type[models.Model], database: str) -> Sum:
    """The sum over all rows of a table."""
    out = Sum()
    for line in lines(model, database):
        out.add(line)
    return out
