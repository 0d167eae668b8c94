"""A doubtful point is named where something happened of which it decides, and nowhere else."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.statute.clocks import clock
from gongkai.statute.readings_used import used
from gongkai.statute.settings import Settings, point
from gongkai.statute.working_days import Calendar
from tests.statute.case_lines import events

GOT = "2026-03-02 received channel=in_person"
NOTICE = "2026-03-04 correction_notice notice_received_on=2026-03-05"


@pytest.mark.parametrize(
    ("lines", "more"),
    [
        ([GOT], set()),
        (["2026-03-07 received channel=in_person"], {"A1"}),
        (["2026-03-02 submitted channel=internet", "2026-03-02 received"], {"A23"}),
        ([GOT, NOTICE], {"A6"}),
        ([GOT, f"{NOTICE} until=2026-03-20"], set()),
        ([GOT, NOTICE, "2026-03-09 corrected"], {"A6", "A5"}),
        ([GOT, NOTICE, "2026-03-07 corrected"], {"A6", "A5", "A1"}),
        ([GOT, "2026-03-20 correction_notice until=2026-03-30"], {"A4"}),
        ([GOT, "2026-03-04 reasons_requested"], {"A10"}),
        ([GOT, "2026-03-04 consultation_sent id=1 to=third_party"], {"A7"}),
        ([GOT, "2026-03-04 consultation_sent id=1 to=other_organ"], {"A7", "S2"}),
        ([GOT, "2026-03-04 extended days=5 approved_by=甲"], set()),
        (
            [GOT, "2026-03-03 extended days=5 approved_by=甲", NOTICE, "2026-03-09 corrected"],
            {"A5", "A6", "A9"},
        ),
        (
            [GOT, "2026-03-04 fee_notice amount=100 notice_received_on=2026-03-04", "2026-03-09 fee_paid"],
            {"S1"},
        ),
    ],
)
def test_named_where_it_bears(lines: list[str], more: set[str]) -> None:
    found = events(lines)
    now = clock(found, dt.date(2026, 4, 30), Calendar.national(), Settings.default())
    assert set(used(now.case, found)) == {"A2", "A3"} | more


def test_a_late_opinion() -> None:
    lines = [GOT, "2026-03-04 consultation_sent id=1 to=third_party", "2026-03-04 consultation_received id=1"]
    for day, late in (("2026-03-25", False), ("2026-03-26", True)):
        found = events([*lines, f"{day} consultation_returned id=1"])
        now = clock(found, dt.date(2026, 4, 30), Calendar.national(), Settings.default())
        assert ("A8" in used(now.case, found)) is late


def test_each_has_words_for_each_value() -> None:
    for key in ("A1", "A2", "A4", "A9", "S1"):
        one = point(key)
        for value in one.options():
            assert one.words(value) not in {"", str(value), str(value).lower()}
    assert point("A6").words(12) == "12"
