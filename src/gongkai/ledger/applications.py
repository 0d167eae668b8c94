"""依申请公开: the entries of applications. The subject is the case number; an entry wraps one statute event.

What opens a case (``submitted`` or ``received``) also says which column of the official table its applicant
is. A case split off another one says so and is a case of its own with its own receipt (一事一申请); cases
that are handled together stay cases of their own too.

Source: 政府信息公开条例 arts. 29–37, 45; 国办公开办函〔2021〕30号 (columns).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gongkai.ledger.entries import Entry, check_adjustment
from gongkai.ledger.outcomes import ROWS
from gongkai.statute.events import Event, Kind
from gongkai.values.dates import day_words


class Applicant(StrEnum):
    """Who applied: the six columns of the official table."""

    NATURAL_PERSON = "natural_person"
    BUSINESS = "business"
    RESEARCH_INSTITUTE = "research_institute"
    PUBLIC_INTEREST_BODY = "public_interest_body"
    LEGAL_SERVICE = "legal_service"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ApplicationEntry(Entry):
    """One event of one application; ``on`` is the day of the event.

    ``applicant`` and ``split_from`` stand on what opens the case, ``together_with`` there or on ``joined``.
    The last two are case numbers.
    """

    event: Event
    applicant: Applicant | None = None
    split_from: str | None = None
    together_with: str | None = None

    def __post_init__(self) -> None:
        """Two days for one fact would be two facts."""
        if self.event.on != self.on:
            own, inner = day_words(self.on), day_words(self.event.on)
            raise ValueError(f"这一条的日期是{own}，里面事项的日期却是{inner}，应当相同。")

    @property
    def takes_back(self) -> int | None:
        """The position named by a ``voided`` event."""
        return self.event.of if self.event.kind is Kind.VOIDED else None


@dataclass(frozen=True, slots=True)
class ApplicationAdjustment(Entry):
    """Applications counted without entries of their own (kept on paper, say), with reason and signature.

    They run through the years like cases: received on a day, and answered on ``answered_on`` with the outcome
    ``row``, or still open. So every equation keeps. ``on`` is the day of signing; what counts is from when it
    was recorded. To count fewer, the entry that is wrong is taken back by a ``voided`` event of its subject.
    Raises :class:`ValueError` for a count below 1, an unknown row, or a day of answer without row or before
    receipt.
    """

    applicant: Applicant
    count: int
    received_on: date
    reason: str
    signed_by: str
    row: str | None = None
    answered_on: date | None = None

    def __post_init__(self) -> None:
        """Refuse what no case could be."""
        check_adjustment(self.count, self.reason, self.signed_by)
        if (self.row is None) != (self.answered_on is None):
            raise ValueError("调整要么同时写明结果和办结日，要么都不写（仍在办理）。")
        if self.row is not None and self.row not in ROWS:
            raise ValueError(f"没有“{self.row}”这一项办理结果，请用办理结果各行的名称。")
        if self.answered_on is not None and self.answered_on < self.received_on:
            done, received = day_words(self.answered_on), day_words(self.received_on)
            raise ValueError(f"办结日{done}早于收到日{received}，请核对。")


ApplicationLedger = ApplicationEntry | ApplicationAdjustment
"""What stands in the ledger of applications."""
