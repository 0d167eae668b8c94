"""监督保障: assessment, public appraisal, training, complaints, accountability, mailbox letters, inspections.

The subject is one of these (a session of training, a complaint, an inspection's finding). A finding stays
open until it is rectified; everything else is counted in the year of its day.

Source: 政府信息公开条例 arts. 46–48, 50 (四), 51, 53; law.md §1.5.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType

from gongkai.ledger.entries import Entry, by_subject, standing


class Matter(StrEnum):
    """What was done or came in."""

    ASSESSMENT = "assessment"
    PUBLIC_APPRAISAL = "public_appraisal"
    TRAINING = "training"
    COMPLAINT = "complaint"
    COMPLAINT_ANSWERED = "complaint_answered"
    ACCOUNTABILITY = "accountability"
    LETTERS = "letters"
    LETTERS_ANSWERED = "letters_answered"
    INSPECTION = "inspection"
    FINDING = "finding"
    RECTIFIED = "rectified"
    VOIDED = "voided"


@dataclass(frozen=True, slots=True)
class OversightEntry(Entry):
    """One matter; ``count`` are pieces (letters, sessions), ``people`` those who took part.

    ``until`` is the day by which a finding must be rectified. ``note`` is a result in a few words.
    """

    matter: Matter
    count: int = 1
    people: int | None = None
    until: date | None = None
    note: str | None = None
    of: int | None = None

    def __post_init__(self) -> None:
        """Refuse a count below nothing."""
        if self.count < 0 or (self.people is not None and self.people < 0):
            raise ValueError(f"件数{self.count}、人数{self.people}不能小于零。")

    @property
    def takes_back(self) -> int | None:
        """The position named by a ``voided`` entry."""
        return self.of if self.matter is Matter.VOIDED else None


@dataclass(frozen=True, slots=True)
class OversightYear:
    """A period: pieces by matter, people trained, and the subjects of findings open at its end."""

    counts: Mapping[Matter, int]
    trained: int
    open_findings: tuple[str, ...]


def fold_oversight(
    entries: Iterable[OversightEntry], first: date, last: date, known_at: datetime | None = None
) -> OversightYear:
    """Everything of one organ from ``first`` to ``last``, both included, as known at ``known_at``.

    Raises :class:`ValueError` where organs are mixed.
    """
    counts = dict.fromkeys(Matter, 0)
    trained = 0
    unmended = []
    for subject, group in by_subject(entries).items():
        found = False
        for entry in standing(group, known_at):
            if entry.on > last:
                break
            found = entry.matter is Matter.FINDING or (found and entry.matter is not Matter.RECTIFIED)
            if entry.on >= first:
                counts[entry.matter] += entry.count
                trained += (entry.people or 0) if entry.matter is Matter.TRAINING else 0
        if found:
            unmended.append(subject)
    return OversightYear(MappingProxyType(counts), trained, tuple(unmended))
