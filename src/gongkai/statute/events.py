"""What happens to one application, as facts with a day: the words that clocks and the ledger share.

An event says *what happened on which day*; what follows from it (dates, stage, refusals) is computed.
The kinds are those of the plain-text case file that ``gongkai clock`` reads.

Source: 政府信息公开条例 arts. 29–37, 41–45; 国办函〔2020〕109号 (fee).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of event in the life of an application."""

    SUBMITTED = "submitted"
    RECEIVED = "received"
    CORRECTION_NOTICE = "correction_notice"
    CORRECTED = "corrected"
    CORRECTION_LAPSED = "correction_lapsed"
    CONSULTATION_SENT = "consultation_sent"
    CONSULTATION_RECEIVED = "consultation_received"
    CONSULTATION_RETURNED = "consultation_returned"
    THIRD_PARTY_NOTIFIED = "third_party_notified"
    EXTENDED = "extended"
    REASONS_REQUESTED = "reasons_requested"
    REASONS_GIVEN = "reasons_given"
    DEFERRED = "deferred"
    FEE_NOTICE = "fee_notice"
    FEE_PAID = "fee_paid"
    FEE_LAPSED = "fee_lapsed"
    DECIDED = "decided"
    DISPATCHED = "dispatched"
    DELIVERED = "delivered"
    WITHDRAWN = "withdrawn"
    REMANDED = "remanded"
    JOINED = "joined"
    PARTED = "parted"
    VOIDED = "voided"


class Channel(StrEnum):
    """How an application came in (art. 31)."""

    IN_PERSON = "in_person"
    ORAL = "oral"
    REGISTERED_MAIL = "registered_mail"
    PLAIN_MAIL = "plain_mail"
    INTERNET = "internet"
    EMAIL = "email"
    FAX = "fax"


class Asked(StrEnum):
    """Who is asked for an opinion."""

    THIRD_PARTY = "third_party"
    JOINT_MAKER = "joint_maker"
    OTHER_ORGAN = "other_organ"


@dataclass(frozen=True, slots=True)
class Event:
    """One fact: its kind, its day, and what that kind carries; everything else stays None.

    ``on`` is the day of dispatch for notices and letters, of arrival for what reaches the organ.
    ``until`` is a day set by the organ or by an order. ``days`` are working days, ``amount`` is 元.
    ``of`` is the number (from 1) of an earlier event that a ``voided`` one takes back. ``facts`` are
    names of facts on file.
    """

    kind: Kind
    on: date
    channel: Channel | None = None
    id: str | None = None
    to: Asked | None = None
    notice_received_on: date | None = None
    until: date | None = None
    days: int | None = None
    approved_by: str | None = None
    amount: int | None = None
    decision: str | None = None
    of: int | None = None
    facts: tuple[str, ...] = ()
