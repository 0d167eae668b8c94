"""What waits for somebody: each app says its own, the start page shows them together, due first.

An app registers a function of organ, actor and day in its ``AppConfig.ready``; it hands out what this actor
may see and has
to do. No row is stored for it: what waits is computed from the facts.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from gongkai.web.rights.actor import Actor


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing to do: what, where, by which day (the last one in time), a remark."""

    words: str
    address: str
    due: dt.date | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the start page: its heading, the right that opens it, what to say when nothing waits."""

    key: str
    heading: str
    right: str
    empty: str
    find: Callable[[Any, Actor, dt.date], Iterable[Waiting]]
    more: str = ""
    """The address of the whole list."""


_BLOCKS: dict[str, Block] = {}


def register(block: Block) -> None:
    """Add a block; the same key replaces the one before."""
    _BLOCKS[block.key] = block


def blocks() -> tuple[Block, ...]:
    """Every block, in the order in which the apps stand."""
    return tuple(_BLOCKS.values())


@dataclass(frozen=True, slots=True)
class Filled:
    """A block with what waits, due first, and how each stands to the day."""

    block: Block
    items: tuple[tuple[Waiting, str], ...]


SOON_DAYS = 3


def nearness(due: dt.date | None, today: dt.date) -> str:
    """``late``, ``today``, ``soon`` (within three days) or ``""``."""
    if due is None:
        return ""
    if due < today:
        return "late"
    if due == today:
        return "today"
    return "soon" if (due - today).days <= SOON_DAYS else ""


def filled(organ: Any, actor: Actor, today: dt.date) -> list[Filled]:
    """Every block that this actor may see, with what waits for him on that day."""
    out = []
    for block in blocks():
        if actor.may(block.right):
            found = sorted(block.find(organ, actor, today), key=lambda w: (w.due or dt.date.max, w.words))
            out.append(Filled(block, tuple((w, nearness(w.due, today)) for w in found)))
    return out
