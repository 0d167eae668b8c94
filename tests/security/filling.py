"""A row of every table that belongs to organs, made from the table itself, so that later tables are filled by themselves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import count
from typing import Any

from django.apps import apps
from django.db import models
from django.utils import timezone

from gongkai.web.organs.models import Organ
from gongkai.web.sealing.fields import SealedField

NUMBER = count(1)


def tables() -> Iterator[type[models.Model]]:
    """Every table of the project whose rows belong to an organ; models that tests make for themselves are none."""
    for model in apps.get_models():
        if not model.__module__.startswith("gongkai."):
            continue
        field = next((f for f in model._meta.concrete_fields if f.name == "organ"), None)
        if field is not None and field.related_model is Organ:
            yield model


def rows_of(model: type[models.Model], organ: Organ) -> Any:
    """The rows of an organ in a table."""
    return model._base_manager.filter(organ=organ)


def fill(organ: Organ, mark: str) -> None:
    """At least one row of that organ in each table, with the mark in every text that has no choices."""
    for model in tables():
        if not rows_of(model, organ).exists():
            make(model, organ, mark)


def make(model: type[models.Model], organ: Organ, mark: str) -> Any:
    """A row of a table with something in every field that must have something."""
    values: dict[str, Any] = {}
    for field in model._meta.concrete_fields:
        if field.primary_key and (field.has_default() or isinstance(field, models.AutoField)):
            continue
        if field.name == "organ":
            values["organ"] = organ
        elif isinstance(field, models.ForeignKey):
            if not field.null:
                values[field.name] = _other(field.related_model, organ, mark)
        elif not field.has_default() or isinstance(field, models.CharField):
            values[field.name] = _value(field, mark)
    row = model(**values)
    row.save(force_insert=True)
    return row


def _other(model: Any, organ: Organ, mark: str) -> Any:
    if model is Organ:
        return organ
    if model not in set(tables()):
        return make(model, organ, mark)
    return rows_of(model, organ).first() or make(model, organ, mark)


def _value(field: Any, mark: str) -> Any:
    number = next(NUMBER)
    if isinstance(field, SealedField):
        return ""
    if field.choices:
        return next(key for key, _ in field.choices if key)
    if isinstance(field, models.DateTimeField):
        return timezone.now()
    if isinstance(field, models.DateField):
        return timezone.localdate() - dt.timedelta(1)
    if isinstance(field, models.TimeField):
        return dt.time(9)
    if isinstance(field, models.BooleanField):
        return False
    if isinstance(field, models.IntegerField | models.FloatField | models.DecimalField):
        return number
    if isinstance(field, models.UUIDField):
        return None if field.null else organ_free_uuid()
    if isinstance(field, models.JSONField):
        return {}
    if isinstance(field, models.BinaryField):
        return mark.encode()
    if isinstance(field, models.DurationField):
        return dt.timedelta(days=1)
    text = f"{mark}{number}"
    return text[: field.max_length] if field.max_length else text


def organ_free_uuid() -> Any:
    """An id that nobody has."""
    from uuid import uuid4

    return uuid4()
