"""The door: what goes in as an event comes out as the same event."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.ledger.applications import Applicant
from gongkai.statute.events import Asked, Channel, Event, Kind
from gongkai.web.applications.ledger import data_of, entries_of, entry_of, event_of
from gongkai.web.applications.models import ApplicationRow

DAYS = st.dates(dt.date(2019, 5, 15), dt.date(2030, 1, 1))
WORDS = st.text(alphabet="甲乙丙abc1", min_size=1, max_size=6)
EVENTS = st.builds(
    Event,
    kind=st.sampled_from(Kind),
    on=DAYS,
    channel=st.none() | st.sampled_from(Channel),
    id=st.none() | WORDS,
    to=st.none() | st.sampled_from(Asked),
    notice_received_on=st.none() | DAYS,
    until=st.none() | DAYS,
    days=st.none() | st.integers(0, 99),
    approved_by=st.none() | WORDS,
    amount=st.none() | st.integers(0, 9999),
    decision=st.none() | WORDS,
    of=st.none() | st.integers(1, 9),
    facts=st.lists(WORDS, max_size=3).map(tuple),
)


def row(event: Event, position: int = 1, **own: str | None) -> ApplicationRow:
    return ApplicationRow(
        organ_id="00000000-0000-4000-8000-000000000000",
        subject="2026-0001",
        position=position,
        kind=str(event.kind),
        on=event.on,
        recorded_at=dt.datetime(2026, 3, 2, tzinfo=dt.UTC),
        by="p1",
        data=data_of(event, **own),
    )


@given(EVENTS)
def test_every_event_comes_back(event: Event) -> None:
    assert event_of(row(event)) == event


@pytest.mark.parametrize("applicant", Applicant)
def test_what_opens_a_case(applicant: Applicant) -> None:
    one = row(Event(Kind.SUBMITTED, dt.date(2026, 3, 2)), applicant=str(applicant), split_from="2026-0002")
    entry = entry_of(one)
    assert (entry.applicant, entry.split_from, entry.together_with) == (applicant, "2026-0002", None)
    assert (entry.subject, entry.position) == ("2026-0001", 1)
    assert list(entries_of([one])) == [entry]


def test_nothing_stands_for_nothing() -> None:
    assert data_of(Event(Kind.WITHDRAWN, dt.date(2026, 3, 2)), applicant=None) == {}
