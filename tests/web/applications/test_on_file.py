"""Facts on file: from entries, from dates, and written down."""

from __future__ import annotations

import datetime as dt

from gongkai.statute.events import Asked, Kind
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.on_file import events_of, on_file
from tests.web.applications.lives import DAY, entered, filed
from tests.web.offices import Office


def test_entries_and_words(office: Office) -> None:
    one, _ = filed(office)
    entered(office, one, Kind.CORRECTION_NOTICE, DAY, notice_received_on=DAY)
    found = on_file(state_of(one, DAY), ["search_record"])
    assert {"correction_notice", "correction_notice_received", "correction_pending", "search_record"} == found
    assert [event.kind for event in events_of(state_of(one, DAY), Kind.CORRECTION_NOTICE)] == [
        Kind.CORRECTION_NOTICE
    ]


def test_a_silent_third_party(office: Office) -> None:
    one, _ = filed(office)
    entered(office, one, Kind.CONSULTATION_SENT, DAY, id="1", to=Asked.THIRD_PARTY, notice_received_on=DAY)
    assert "consultation_open" in on_file(state_of(one, DAY))
    assert "third_party_lapsed" not in on_file(state_of(one, DAY))
    later = on_file(state_of(one, DAY + dt.timedelta(60)))
    assert "third_party_lapsed" in later
    assert "consultation_open" not in later


def test_before_anything_was_filed(office: Office) -> None:
    one, _ = filed(office)
    assert on_file(state_of(one, DAY - dt.timedelta(1))) == frozenset()
