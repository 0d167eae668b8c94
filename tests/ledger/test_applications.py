"""Entries of applications: columns of the form, one day for one fact, adjustments that could be cases."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from gongkai.ledger.applications import Applicant, ApplicationAdjustment, ApplicationEntry
from gongkai.statute.events import Event, Kind
from gongkai.tables.form import form

HEAD = ("测试局", "A", 1, date(2026, 3, 2), datetime(2026, 3, 2, tzinfo=UTC), "甲")


def test_an_applicant_is_a_column_of_the_form() -> None:
    columns = [c.key for c in form("2021").table("applications").columns]
    assert [*Applicant, "total"] == columns


def test_entry_and_event_have_one_day() -> None:
    with pytest.raises(ValueError, match="应当相同"):
        ApplicationEntry(*HEAD, Event(Kind.RECEIVED, date(2026, 3, 3)))


def test_only_a_voided_event_takes_back() -> None:
    on = date(2026, 3, 2)
    assert ApplicationEntry(*HEAD, Event(Kind.VOIDED, on, of=1)).takes_back == 1
    assert ApplicationEntry(*HEAD, Event(Kind.RECEIVED, on, of=1)).takes_back is None


@pytest.mark.parametrize(
    ("row", "answered", "why"),
    [
        ("disclosed", None, "同时写明"),
        (None, date(2026, 3, 2), "同时写明"),
        ("nonsense", date(2026, 3, 2), "没有“nonsense”"),
        ("disclosed", date(2026, 3, 1), "早于收到日"),
    ],
)
def test_an_adjustment_that_could_be_no_case(row: str | None, answered: date | None, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        ApplicationAdjustment(*HEAD, Applicant.OTHER, 2, date(2026, 3, 2), "纸质", "乙", row, answered)


def test_an_adjustment_may_be_answered_the_day_it_came() -> None:
    on = date(2026, 3, 2)
    made = ApplicationAdjustment(*HEAD, Applicant.OTHER, 2, on, "纸质", "乙", "disclosed", on)
    assert made.answered_on == on
