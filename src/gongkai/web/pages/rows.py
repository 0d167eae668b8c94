"""The rows that an address names: those of one's own organ, or not there."""

from __future__ import annotations

from typing import Any, TypeVar
from uuid import UUID

from django.db import models
from django.http import Http404, HttpRequest

M = TypeVar("M", bound=models.Model)


def organ_of(request: HttpRequest) -> Any:
    """The organ for which somebody acts; raises ``Http404`` for nobody."""
    organ = getattr(request, "organ", None)
    if organ is None:
        raise Http404
    return organ


def own_row(request: HttpRequest, model: type[M], id: UUID) -> M:
    """The row of that id; raises ``Http404`` for one of another organ as for one that there is not."""
    objects: Any = model._default_manager
    found: M | None = objects.for_organ(organ_of(request)).filter(pk=id).first()
    if found is None:
        raise Http404
    return found
