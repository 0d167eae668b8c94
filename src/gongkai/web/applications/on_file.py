"""What is on file in a case: the facts that its entries put there, those that dates make, and those written
down.

Source: gongkai.statute.facts; 条例 arts. 30, 32–34, 42.
"""

from __future__ import annotations

from collections.abc import Iterable

from gongkai.statute.events import Asked, Event, Kind
from gongkai.statute.facts import facts_of
from gongkai.web.applications.cases import CaseState

RECEIVED = {
    Kind.CORRECTION_NOTICE: "correction_notice_received",
    Kind.FEE_NOTICE: "fee_notice_received",
}
"""Notices whose receipt is a fact of its own."""


def on_file(state: CaseState, written: Iterable[str] = ()) -> frozenset[str]:
    """The keys of the facts on file on the day of the state, with those that somebody wrote down."""
    found = set(facts_of(state.case.events)) | set(written)
    found |= {RECEIVED[e.kind] for e in state.case.events if e.kind in RECEIVED and e.notice_received_on}
    if state.clock is not None:
        if not state.clock.case.consulting(state.on):
            found.discard("consultation_open")
        if _third_party_silent(state):
            found.add("third_party_lapsed")
    return frozenset(found)


def _third_party_silent(state: CaseState) -> bool:
    """Whether a third party's last day has passed without an answer."""
    asked = state.clock.case.consultations.values() if state.clock else ()
    return any(
        one.to is Asked.THIRD_PARTY and one.returned is None and one.last is not None and one.last < state.on
        for one in asked
    )


def events_of(state: CaseState, kind: Kind) -> list[Event]:
    """The events of a kind that count, in order."""
    return [event for event in state.case.events if event.kind is kind]
