"""Acts that add entries: in which room each stands, and why one may not be done now."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.statute.events import Kind
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.entry_acts import ACTS, register, why_not
from gongkai.web.applications.offers import offered, offers
from tests.web.applications.lives import DAY, entered, filed
from tests.web.offices import Office

ELSEWHERE = {Kind.SUBMITTED, Kind.RECEIVED, Kind.DECIDED, Kind.DISPATCHED, Kind.DELIVERED,
             Kind.JOINED, Kind.PARTED}  # fmt: skip
"""Entries that come by filing, by confirming, by the letters and by handling cases together."""


def test_every_other_kind_has_an_act() -> None:
    assert {act.kind for act in ACTS.values()} == set(Kind) - ELSEWHERE


def test_rooms(office: Office) -> None:
    one, _ = filed(office)
    assert ACTS["extended"].address(one).endswith("/approvals/extended/")
    assert ACTS["correction-notice"].address(one).endswith("/events/correction-notice/")


def test_may_be_done_now(office: Office) -> None:
    state = state_of(filed(office)[0], DAY)
    open_now = {key for key, act in ACTS.items() if not why_not(state, act.form)}
    assert open_now == {
        "correction-notice", "reasons-requested", "extended", "consultation-sent", "fee-notice", "withdrawn",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("corrected", "只能在“等待补正”时办理，案件现在处于“办理中”"),
        ("deferred", "申请人尚未说明理由"),
        ("reasons-given", "此前没有要求申请人说明理由的记录"),
        ("third-party-notified", "没有征求过第三方的意见"),
        ("voided", "还没有可以作废的登记"),
    ],
)
def test_why_not(office: Office, key: str, words: str) -> None:
    assert words in why_not(state_of(filed(office)[0], DAY), ACTS[key].form)


def test_a_second_correction_is_refused_with_the_cores_words(office: Office) -> None:
    one, _ = filed(office)
    entered(office, one, Kind.CORRECTION_NOTICE, DAY, until=DAY + dt.timedelta(9))
    entered(office, one, Kind.CORRECTED, DAY + dt.timedelta(1))
    found = why_not(state_of(one, DAY + dt.timedelta(1)), ACTS["correction-notice"].form)
    assert "补正只能一次性告知" in found
    assert not found.startswith("案件")


def test_what_happened_before_may_be_entered_today(office: Office) -> None:
    """An extension of a day on which the period still ran is late to enter, not late."""
    one, _ = filed(office)
    late = DAY + dt.timedelta(90)
    assert why_not(state_of(one, late), ACTS["extended"].form) == ""


def test_they_are_offered(office: Office) -> None:
    register()
    assert set(ACTS) <= {one.key for one in offers()}
    state = state_of(filed(office)[0], DAY)
    found = {one.offer.key: one for one in offered(office.actor("handler"), state)}
    assert found["correction-notice"].open
    assert not found["extended"].open
    assert found["extended"].why_not == ""
