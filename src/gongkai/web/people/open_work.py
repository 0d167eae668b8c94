"""What work a person has open: each app says what it knows, and how it goes to another.

An app registers one :class:`OpenWork` when it starts (``AppConfig.ready``)::

    register(OpenWork("review", "待我审核", held=waiting_for, move=take_over))

``held`` and ``move`` get people of one organ; ``move`` runs inside the transaction of the handing over,
changes rows and
returns their ids; it writes no audit line of its own (the act writes one for all).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from gongkai.web.people.models import Person
from gongkai.web.rights.actor import Actor


@dataclass(frozen=True, slots=True)
class Item:
    """Something open: its id, its words (nothing private), the address where it is seen."""

    id: str
    words: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Handing:
    """The act: who does it, from whom, to whom (None where nobody takes over), from which day on, when,
    whether he leaves.
    """

    actor: Actor
    giver: Person
    taker: Person | None
    on: dt.date
    now: dt.datetime
    leaving: bool


@dataclass(frozen=True, slots=True)
class OpenWork:
    """A kind of open work: its key, its words, who holds what on a day, how it moves.

    ``needs_taker``: it cannot be left lying; ``hint`` tells on the page what will happen to it.
    """

    key: str
    words: str
    held: Callable[[Person, dt.date], Sequence[Item]]
    move: Callable[[Handing], Sequence[str]]
    needs_taker: bool = True
    hint: str = "全部转给接收人。"


_KINDS: dict[str, OpenWork] = {}


def register(kind: OpenWork) -> None:
    """Make a kind of open work known; a second one of the same key takes the place of the first."""
    _KINDS[kind.key] = kind


def kinds() -> tuple[OpenWork, ...]:
    """Every kind of open work, in the order in which the apps registered."""
    return tuple(_KINDS.values())


def open_work(person: Person, day: dt.date) -> list[tuple[OpenWork, Sequence[Item]]]:
    """What a person has open on a day, by kind; kinds without anything are left out."""
    return [(kind, items) for kind in kinds() if (items := kind.held(person, day))]
