"""What a consultation, a correction and a fee leave of the period, by the settings that turn them."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.statute.clocks import clock
from gongkai.statute.settings import Settings
from gongkai.statute.working_days import Calendar
from tests.statute.case_lines import events

ASKED = [
    "2026-03-02 received",
    "2026-03-09 consultation_sent id=a to={to}",
    "2026-03-11 consultation_received id=a",
]
CORRECTED = ["2026-06-01 received", "2026-06-04 correction_notice notice_received_on=2026-06-05",
             "2026-06-22 corrected"]  # fmt: skip


def strict(lines: list[str], on: str, **settings: object) -> str:
    found = clock(
        events(lines), dt.date.fromisoformat(on), Calendar.national(), Settings.default().using(settings)
    )
    return str(found.strict)


@pytest.mark.parametrize(("to", "on", "day"), [
    ("third_party", "2026-04-20", "2026-04-23"), ("joint_maker", "2026-04-20", "2026-04-23"),
    ("other_organ", "2026-04-01", "2026-04-23"), ("other_organ", "2026-04-02", "2026-04-24"),
])  # fmt: skip
def test_who_is_asked_decides_how_long(to: str, on: str, day: str) -> None:
    assert strict([line.format(to=to) for line in ASKED], on) == day


def test_another_organ_may_be_given_a_cap_by_setting() -> None:
    lines = [line.format(to="other_organ") for line in ASKED]
    assert strict(lines, "2026-04-20", S2=15) == "2026-04-23"


def test_from_the_receipt_by_setting() -> None:
    lines = [line.format(to="third_party") for line in ASKED]
    assert strict(lines, "2026-04-20", A7="receipt") == "2026-04-21"


def test_a_correction_may_count_from_the_next_day_by_setting() -> None:
    assert strict(CORRECTED, "2026-06-22") == "2026-07-20"
    assert strict(CORRECTED, "2026-06-22", A5="next_day") == "2026-07-21"


@pytest.mark.parametrize(("days", "last"), [(5, "2026-06-12"), (10, "2026-06-22"), (30, "2026-07-20")])
def test_the_length_of_a_correction_by_setting(days: int, last: str) -> None:
    settings = Settings.default().using({"A6": days})
    found = clock(events(CORRECTED[:2]), dt.date(2026, 6, 5), Calendar.national(), settings)
    assert [str(one.on) for one in found.deadlines] == [last]
