"""The kinds of content that can be under review; each app registers its own with :func:`register`.

A kind tells how its content is read (everything that a signature covers), who may see it, where it is
edited. How it is shown, compared and hashed follows from
:class:`~gongkai.web.review.core.content.Content`, the same way for all.
"""

from __future__ import annotations

from typing import Protocol
from uuid import UUID

from gongkai.web.review.core.content import Content


class NoContent(LookupError):
    """There is no such content in that organ."""


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


_KINDS: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Make a kind known; done once by each app when it is ready."""
    _KINDS[kind.key] = kind


def kind(key: str) -> Kind:
    """The kind of that key; raises ``KeyError`` for one that is not registered."""
    return _KINDS[key]


def all_kinds() -> tuple[Kind, ...]:
    """Every registered kind."""
    return tuple(_KINDS.values())
