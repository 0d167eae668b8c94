"""What each entry does to a case, for the oracle: every rule says whether the law allows the entry here.

A rule that answers False has changed nothing. The readings (A1–A24, a–t) are listed in ``naive.py``.

Source: 政府信息公开条例 arts. 30–35, 42; the table of states and transitions drawn from it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from gongkai.statute.events import Asked, Channel, Event, Kind

from .case import Case, Consultation

AT_ONCE = {Channel.IN_PERSON, Channel.ORAL, Channel.REGISTERED_MAIL}
"""Channels by which what is submitted is received on that day (art. 31)."""

SEVERAL = {
    "disclosed.supplied": "disclosed",
    "disclosed.already_public": "disclosed",
    "unavailable.not_held.nonexistent": "unavailable.not_held",
    "unavailable.not_held.not_responsible": "unavailable.not_held",
    "otherwise.other.terminated": "otherwise.other",
}
"""Kinds of decision that share a row with others, and that row."""

SINGLE = {
    "partly_disclosed",
    "withheld.state_secret",
    "withheld.prohibited_by_law",
    "withheld.security_stability",
    "withheld.third_party",
    "withheld.internal_affairs",
    "withheld.deliberative",
    "withheld.enforcement_file",
    "withheld.administrative_query",
    "unavailable.needs_creation",
    "unavailable.still_unclear",
    "not_processed.petition",
    "not_processed.repeat",
    "not_processed.publication",
    "not_processed.excessive",
    "not_processed.reissue",
}
"""Kinds of decision that are a row of their own; a lapse is an entry of its own, no decision."""


def _submitted(case: Case, event: Event) -> bool:
    if case.stage:
        return False
    if event.channel in AT_ONCE:
        return _received(case, event)
    case.stage = "confirming"
    case.strict_base = case.strict_receipt = event.on
    return True


def _received(case: Case, event: Event) -> bool:
    if case.stage not in ("", "confirming"):
        return False
    if not case.stage:
        case.strict_base = case.strict_receipt = event.on
    case.stage = "processing"
    case.lenient_base = case.lenient_receipt = case.moved(event.on)
    return True


def _correction_notice(case: Case, event: Event) -> bool:
    if case.stage != "processing" or case.correction_sought or case.consulting(event.on):
        return False
    if _is_past(event):
        return False
    assert case.lenient_receipt is not None
    if event.on > case.nth_after(case.lenient_receipt, case.limits.correction_notice):
        case.breaches.add("correction_notice_late")
    case.period_end, case.period_is_set = event.until, event.until is not None
    if event.until is None and event.notice_received_on is not None:
        case.period_end = case.nth_after(event.notice_received_on, case.limits.correction)
    case.correction_sought, case.stage = True, "correction_pending"
    return True


def _is_past(event: Event) -> bool:
    """Whether a day set lies before the notice that sets it, or its receipt before its dispatch."""
    return any(day is not None and day < event.on for day in (event.until, event.notice_received_on))


def _restart(case: Case, on: date) -> bool:
    """The period runs anew from ``on``; what was granted, excluded or set before is forgotten."""
    case.strict_base, case.lenient_base = on, case.moved(on)
    case.extension, case.set_day, case.stage = 0, None, "processing"
    for asked in case.consultations.values():
        asked.counts = False
    return True


def _corrected(case: Case, event: Event) -> bool:
    if case.stage != "correction_pending" or (case.period_end and event.on > case.period_end):
        return False
    case.has_corrected = True
    return _restart(case, event.on)


def _correction_lapsed(case: Case, event: Event) -> bool:
    if case.stage != "correction_pending" or case.period_end is None or event.on <= case.period_end:
        return False
    return _close(case, "otherwise.correction_lapsed")


def _close(case: Case, row: str) -> bool:
    case.stage = "closed"
    if not case.remands:
        case.outcome = row
    return True


def _consultation_sent(case: Case, event: Event) -> bool:
    if case.stage != "processing" or event.id is None or event.to is None or event.id in case.consultations:
        return False
    case.consultations[event.id] = Consultation(event.to, event.on)
    return True


def _consultation_received(case: Case, event: Event) -> bool:
    asked = case.consultations.get(event.id or "")
    if case.stage in ("delivered", "closed"):
        return False
    if asked is None or asked.received is not None or asked.returned is not None:
        return False
    asked.received = event.on
    return True


def _consultation_returned(case: Case, event: Event) -> bool:
    asked = case.consultations.get(event.id or "")
    if case.stage in ("delivered", "closed"):
        return False
    if asked is None or asked.returned is not None:
        return False
    asked.returned = event.on
    return True


def _third_party_notified(case: Case, event: Event) -> bool:
    asked = any(c.to is Asked.THIRD_PARTY for c in case.consultations.values())
    return case.stage in ("processing", "decided") and asked


def _extended(case: Case, event: Event) -> bool:
    days = event.days or 0
    allowed = 1 <= days <= case.limits.extension - case.used and event.approved_by
    if case.stage != "processing" or not allowed or case.set_day or case.too_late(event.on):
        return False
    strict = case.strict(event.on)
    if strict is not None and event.on > strict:
        case.breaches.add("extension_late")
    case.extension += days
    case.used += days
    return True


def _reasons_requested(case: Case, event: Event) -> bool:
    if case.stage != "processing" or case.consulting(event.on):
        return False
    case.reasons_sought = True
    return True


def _reasons_given(case: Case, event: Event) -> bool:
    if case.stage != "processing" or not case.reasons_sought:
        return False
    case.has_reasons = True
    return True


def _deferred(case: Case, event: Event) -> bool:
    if case.stage != "processing" or not case.has_reasons or case.consulting(event.on):
        return False
    if event.until is None or _is_past(event):
        return False
    case.set_day = event.until
    return True


def _fee_notice(case: Case, event: Event) -> bool:
    if case.stage != "processing" or case.consulting(event.on) or case.too_late(event.on):
        return False
    if (event.amount or 0) <= 0 or _is_past(event) or case.is_charged:
        return False
    got = event.notice_received_on
    case.pay_by = case.nth_after(got, case.limits.payment) if got else None
    case.is_charged, case.stage = True, "fee_pending"
    return True


def _fee_paid(case: Case, event: Event) -> bool:
    if case.stage != "fee_pending" or (case.pay_by and event.on > case.pay_by):
        return False
    return _restart(case, event.on)


def _fee_lapsed(case: Case, event: Event) -> bool:
    if case.stage != "fee_pending" or case.pay_by is None or event.on <= case.pay_by:
        return False
    return _close(case, "otherwise.fee_unpaid")


def _decided(case: Case, event: Event) -> bool:
    unclear = event.decision == "unavailable.still_unclear"
    row = SEVERAL.get(event.decision or "", event.decision if event.decision in SINGLE else None)
    if case.stage not in ("processing", "decided") or row is None or (unclear and not case.has_corrected):
        return False
    if case.consulting(event.on):
        case.breaches.add("decided_while_consulting")
    if not case.remands:
        case.outcome = _together(case.outcome, row)
    case.stage = "decided"
    return True


def _together(before: str | None, row: str) -> str:
    """The row of a case that was not split: in part, if anything is disclosed and anything is not (A13)."""
    if before in (None, row):
        return row
    assert before is not None
    return "partly_disclosed" if {before, row} & {"disclosed", "partly_disclosed"} else before


def _dispatched(case: Case, event: Event) -> bool:
    if case.stage != "decided":
        return False
    if case.too_late(event.on):
        case.breaches.add("reply_late")
    case.stage, case.sent, case.has_arrived = "delivered", event.on, False
    return True


def _delivered(case: Case, event: Event) -> bool:
    if case.stage != "delivered" or case.has_arrived:
        return False
    case.has_arrived = True
    return True


def _withdrawn(case: Case, event: Event) -> bool:
    if case.stage in ("", "delivered", "closed"):
        return False
    if case.too_late(event.on):
        case.breaches.add("reply_late")
    case.is_withdrawn = True
    return _close(case, "otherwise.other")


def _remanded(case: Case, event: Event) -> bool:
    lapsed = case.stage == "closed" and not case.is_withdrawn
    if not (case.stage == "delivered" or lapsed) or event.until is None or _is_past(event):
        return False
    case.remands += 1
    case.stage, case.set_day, case.sent = "processing", event.until, None
    for asked in case.consultations.values():
        asked.counts = False
    return True


def _beside(case: Case, event: Event) -> bool:
    """Handled together or apart: it may be told of any open case, and changes nothing of it."""
    return case.stage not in ("", "delivered", "closed")


def _never(case: Case, event: Event) -> bool:
    """A ``voided`` entry that takes back nothing; those that do are gone before the entries are taken."""
    return False


RULES: dict[Kind, Callable[[Case, Event], bool]] = {
    Kind.SUBMITTED: _submitted,
    Kind.RECEIVED: _received,
    Kind.CORRECTION_NOTICE: _correction_notice,
    Kind.CORRECTED: _corrected,
    Kind.CORRECTION_LAPSED: _correction_lapsed,
    Kind.CONSULTATION_SENT: _consultation_sent,
    Kind.CONSULTATION_RECEIVED: _consultation_received,
    Kind.CONSULTATION_RETURNED: _consultation_returned,
    Kind.THIRD_PARTY_NOTIFIED: _third_party_notified,
    Kind.EXTENDED: _extended,
    Kind.REASONS_REQUESTED: _reasons_requested,
    Kind.REASONS_GIVEN: _reasons_given,
    Kind.DEFERRED: _deferred,
    Kind.FEE_NOTICE: _fee_notice,
    Kind.FEE_PAID: _fee_paid,
    Kind.FEE_LAPSED: _fee_lapsed,
    Kind.DECIDED: _decided,
    Kind.DISPATCHED: _dispatched,
    Kind.DELIVERED: _delivered,
    Kind.WITHDRAWN: _withdrawn,
    Kind.REMANDED: _remanded,
    Kind.JOINED: _beside,
    Kind.PARTED: _beside,
    Kind.VOIDED: _never,
}
"""For each kind of entry its rule; all 24 are here."""
