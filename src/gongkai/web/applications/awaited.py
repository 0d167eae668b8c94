"""What a case awaits of others, in words: the clock's deadlines by their ids.

The organ's own last days are none of these: the reply has a column of its own, and asking for a correction is
an option.

>>> awaited_words("correction")
'申请人补正'
>>> by_others("reply"), by_others("opinion:1")
(False, True)
"""

from __future__ import annotations

from collections.abc import Iterable

from gongkai.statute.clocks import Due

WORDS = {"correction": "申请人补正", "payment": "申请人缴费", "opinion": "征求的意见"}


def _kind(id: str) -> str:
    return id.split(":", maxsplit=1)[0]


def by_others(id: str) -> bool:
    """Whether the deadline is one that others have to keep."""
    return _kind(id) in WORDS


def next_awaited(deadlines: Iterable[Due]) -> Due | None:
    """The first of the days that others have to keep; None where nobody owes anything."""
    return min((due for due in deadlines if by_others(due.id)), key=lambda due: due.on, default=None)


def awaited_words(id: str) -> str:
    """The words for a deadline's id; empty for none."""
    return WORDS.get(_kind(id), "")
