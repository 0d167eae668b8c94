"""Who may read and add files, told by the thing that they belong to.

An app registers its place: a prefix of subjects and two questions. A subject whose place is not registered
is closed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gongkai.web.rights.actor import Actor

Question = Callable[[Actor, str], bool]


@dataclass(frozen=True, slots=True)
class Place:
    """``prefix`` of the subjects; who may read, who may add, where the thing is shown, by its key."""

    prefix: str
    words: str
    may_read: Question
    may_add: Question
    address: Callable[[str], str]


_PLACES: dict[str, Place] = {}


def register(place: Place) -> None:
    """Make a place known; the same prefix replaces the one before."""
    _PLACES[place.prefix] = place


def place_of(subject: str) -> tuple[Place | None, str]:
    """The place of a subject and its key there; None for one that nobody registered."""
    prefix, _, key = subject.partition("/")
    return _PLACES.get(prefix), key


def may_read(actor: Actor, subject: str) -> bool:
    """Whether the actor may read files of this subject."""
    place, key = place_of(subject)
    return place is not None and bool(key) and actor.may("attachments.read") and place.may_read(actor, key)


def may_add(actor: Actor, subject: str) -> bool:
    """Whether the actor may add files to this subject."""
    place, key = place_of(subject)
    return place is not None and bool(key) and actor.may("attachments.add") and place.may_add(actor, key)


def address_of(subject: str) -> str:
    """The page on which the thing is shown; the start page for an unknown one."""
    place, key = place_of(subject)
    return place.address(key) if place else "/office/"
