"""What every entry of every ledger has, and which entries stand: nothing is edited, a mistake is taken back.

An entry says what happened to a subject (a case, a document, a site) on which day, who recorded it and when.
``position`` counts the entries of one subject from 1 in the order of recording; it orders the entries of one
day and is what a later entry names to take this one back. Taking back works on what was *recorded*, whatever
day it names: as known before the taking back, the entry still stands.

Source: 政府信息公开条例 art. 45 (登记、审核、办理、答复、归档).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from operator import attrgetter
from typing import NamedTuple, TypeVar


class Ref(NamedTuple):
    """The id of an entry: its subject and its position there."""

    subject: str
    position: int

    def __str__(self) -> str:
        """``2024-0007/3``: the third entry of that subject."""
        return f"{self.subject}/{self.position}"


@dataclass(frozen=True, slots=True)
class Entry:
    """What all entries share: whose it is, about what, which one, the day, when and by whom recorded.

    ``recorded_at`` carries a time zone, so that it can be held against ``known_at``.
    """

    organ: str
    subject: str
    position: int
    on: date
    recorded_at: datetime
    by: str

    @property
    def ref(self) -> Ref:
        """The id of this entry."""
        return Ref(self.subject, self.position)

    @property
    def takes_back(self) -> int | None:
        """The position that this entry takes back; None for every entry that states a fact."""
        return None


E = TypeVar("E", bound=Entry)

in_order = attrgetter("on", "position")
"""The order in which facts happened: by day, and inside a day by position."""
_takes_back = attrgetter("takes_back")


@dataclass(frozen=True, slots=True)
class Refusal:
    """An entry that does not count where it stands: its id and day, a sentence to act on, the article."""

    ref: Ref
    on: date
    sentence: str
    article: str


def standing(entries: Iterable[E], known_at: datetime | None = None) -> list[E]:
    """The entries of one subject that stand as known at that time, in the order in which they happened.

    Without ``known_at`` everything recorded is known. What can be taken back is a fact of an earlier
    position; a taking back cannot: the fact is recorded anew instead. One that names no such fact is left in,
    to be told as one that does not count.
    """
    known = [e for e in entries if e.recorded_at <= known_at] if known_at else list(entries)
    if any(map(_takes_back, known)):
        facts = {e.position for e in known if e.takes_back is None}
        acts = {
            e.position: e.takes_back for e in known if e.takes_back in facts and e.takes_back < e.position
        }
        gone = {*acts, *acts.values()}
        known = [e for e in known if e.position not in gone]
    if len(known) > 1:
        known.sort(key=in_order)
    return known


def by_subject(entries: Iterable[E]) -> dict[str, list[E]]:
    """Entries of one organ by subject, as given; raises :class:`ValueError` where organs are mixed."""
    groups: dict[str, list[E]] = {}
    organ = None
    for entry in entries:
        if entry.organ != organ:
            if organ is not None:
                raise ValueError(f"两个机关的账混在一起了：“{organ}”和“{entry.organ}”。请分开处理。")
            organ = entry.organ
        group = groups.get(entry.subject)
        if group is None:
            groups[entry.subject] = [entry]
        else:
            group.append(entry)
    return groups


def check_adjustment(count: int, reason: str | None, signed_by: str | None) -> None:
    """What is counted without entries of its own needs reason and signature together, and counts at least 1.

    Raises :class:`ValueError` otherwise.
    """
    if count < 1:
        raise ValueError(f"件数写成了{count}，至少是1；多记的请把原来那一条作废。")
    if bool(reason) != bool(signed_by):
        raise ValueError("调整要同时写明理由和签批人，请补上缺的一项。")
