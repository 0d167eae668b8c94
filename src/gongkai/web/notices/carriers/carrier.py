"""What every way out has in common: the message, and the two ways to fail.

An office that has an SMS gateway of its own writes a class with :meth:`Carrier.carry` and names it in
``GONGKAI_SMS``.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Message:
    """A message to send; ``id`` stays the same when it is sent once more. ``link`` is a whole address."""

    id: str
    kind: str
    organ: str
    address: str
    title: str
    text: str
    link: str
    made_at: dt.datetime


class Failed(Exception):
    """The message was not taken; the sentence names no address."""


class Later(Failed):
    """It may be taken later: the other side does not answer, or is busy."""


class Hopeless(Failed):
    """It will never be taken: the address or the message is wrong."""


class Carrier(Protocol):
    """A way out."""

    def carry(self, message: Message) -> None:
        """Hand the message over. Raises :class:`Later` or :class:`Hopeless`."""
