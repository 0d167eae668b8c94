"""The kinds of content that can be under review; each app registers its own with :func:`register`.

A kind tells how its content is read (everything that a signature covers), who may see it, where it is
edited, and what its chains may not do without. How it is shown, compared and hashed follows from
:class:`~gongkai.web.review.core.content.Content`, the same way for all.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from gongkai.web.people.models import Person
from gongkai.web.review.core.chain import Demand
from gongkai.web.review.core.content import Content


class NoContent(LookupError):
    """There is no such content in that organ."""


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of a kind of content that may have a chain of its own: its key and name, when it is used."""

    key: str
    name: str
    used: str


class Kind(Protocol):
    """A kind of content: its key, its name, the right to see it, and how to get at it."""

    key: str
    name: str
    right: str
    """The right that somebody needs to see contents of this kind, beside ``review.read``."""

    def content(self, organ_id: UUID, of: str) -> Content:
        """The content as it now is; raises :class:`NoContent`. The title holds nothing private."""
        ...

    def unit(self, organ_id: UUID, of: str) -> str:
        """The id of the unit whose work it is; empty where it is nobody's in particular."""
        ...

    def edited_at(self, of: str) -> str:
        """The address where it is edited."""
        ...

    def sorts(self) -> tuple[Sort, ...]:
        """The sorts for which a chain can be set; none where all contents are of one sort."""
        ...

    def sort(self, organ_id: UUID, of: str) -> str:
        """The sort by whose chain the content as it now is would go; empty for the chain of the kind."""
        ...

    def demands(self, organ_id: UUID, day: dt.date) -> Mapping[str, Demand]:
        """What the chain of each sort may not do without on that day; by its key, empty for the kind."""
        ...


_KINDS: dict[str, Kind] = {}


def row_of(rows: QuerySet[Any], of: str) -> Any:
    """The row of that id; raises :class:`NoContent` where there is none, and for what is no id."""
    try:
        found = rows.filter(pk=of).first()
    except ValidationError:
        found = None
    if found is None:
        raise NoContent(of)
    return found


def unit_of(organ_id: UUID, person: str) -> str:
    """The id of the unit of whoever began it; empty for nobody's."""
    author = Person.objects.for_organ(organ_id).filter(pk=person).first()
    return str(author.unit_id or "") if author else ""


def register(kind: Kind) -> None:
    """Make a kind known; done once by each app when it is ready."""
    _KINDS[kind.key] = kind


def kind(key: str) -> Kind:
    """The kind of that key; raises ``KeyError`` for one that is not registered."""
    return _KINDS[key]


def all_kinds() -> tuple[Kind, ...]:
    """Every registered kind."""
    return tuple(_KINDS.values())
