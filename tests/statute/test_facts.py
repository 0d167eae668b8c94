"""在案事实: what the events of a case put on file, and what the case waits for."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.statute.events import Asked, Event, Kind
from gongkai.statute.facts import fact, facts, facts_of
from gongkai.values.errors import FormError

DAY = dt.date(2026, 3, 2)


def on_file(*events: Event) -> frozenset[str]:
    return facts_of(events)


def test_keys_are_unique_and_every_fact_can_be_told() -> None:
    keys = [one.key for one in facts()]
    assert len(keys) == len(set(keys))
    assert all(one.name and one.article for one in facts())
    assert all(one.missing or one.barring for one in facts())
    assert not [one.key for one in facts() if one.missing.endswith("。") or one.barring.endswith("。")]


def test_an_unknown_fact_is_an_error() -> None:
    with pytest.raises(FormError, match="nonsense"):
        fact("nonsense")


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (Kind.CORRECTED, "corrected"),
        (Kind.CORRECTION_LAPSED, "correction_lapsed"),
        (Kind.THIRD_PARTY_NOTIFIED, "third_party_notified"),
        (Kind.REASONS_REQUESTED, "reasons_requested"),
        (Kind.REASONS_GIVEN, "reasons_given"),
        (Kind.FEE_PAID, "fee_paid"),
        (Kind.FEE_LAPSED, "fee_lapsed"),
        (Kind.WITHDRAWN, "withdrawal"),
    ],
)
def test_an_event_is_a_fact(kind: Kind, name: str) -> None:
    assert on_file(Event(kind, DAY)) == {name}
    assert name not in on_file(Event(Kind.RECEIVED, DAY))


def test_only_a_third_party_was_asked_as_a_third_party() -> None:
    asked = Event(Kind.CONSULTATION_SENT, DAY, id="一", to=Asked.THIRD_PARTY)
    assert on_file(asked) == {"third_party_asked", "consultation_open"}
    other = Event(Kind.CONSULTATION_SENT, DAY, id="一", to=Asked.JOINT_MAKER)
    assert on_file(other) == {"consultation_open"}


def test_what_is_awaited_ends_with_its_answer() -> None:
    notice = Event(Kind.CORRECTION_NOTICE, DAY)
    assert on_file(notice) == {"correction_notice", "correction_pending"}
    assert on_file(notice, Event(Kind.CORRECTED, DAY)) == {"correction_notice", "corrected"}
    assert "correction_pending" not in on_file(notice, Event(Kind.CORRECTION_LAPSED, DAY))
    fee = Event(Kind.FEE_NOTICE, DAY)
    assert on_file(fee) == {"fee_notice", "fee_pending"}
    assert "fee_pending" not in on_file(fee, Event(Kind.FEE_PAID, DAY))
    assert "fee_pending" not in on_file(fee, Event(Kind.FEE_LAPSED, DAY))


def test_every_consultation_must_come_back() -> None:
    sent = [Event(Kind.CONSULTATION_SENT, DAY, id=name, to=Asked.OTHER_ORGAN) for name in ("一", "二")]
    back = [Event(Kind.CONSULTATION_RETURNED, DAY, id=name) for name in ("一", "二")]
    assert "consultation_open" in on_file(*sent, back[0])
    assert "consultation_open" not in on_file(*sent, *back)


def test_named_facts_count_and_voided_events_do_not() -> None:
    searched = Event(Kind.RECEIVED, DAY, facts=("search_record", "limb"))
    assert on_file(searched) == {"search_record", "limb"}
    assert on_file(searched, Event(Kind.VOIDED, DAY, of=1)) == frozenset()
    assert (
        on_file(Event(Kind.RECEIVED, DAY), Event(Kind.FEE_NOTICE, DAY), Event(Kind.VOIDED, DAY, of=2))
        == frozenset()
    )
