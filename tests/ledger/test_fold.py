"""Folding a ledger: a case on a day, as known at a time; agreement with the clocks of the statute."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongkai.ledger.applications import Applicant, ApplicationEntry
from gongkai.ledger.entries import Ref
from gongkai.ledger.fold import cases, fold
from gongkai.ledger.notation import read
from gongkai.statute.clocks import clock
from gongkai.statute.events import Event
from gongkai.statute.settings import Settings
from gongkai.statute.working_days import Calendar
from gongkai.values.errors import NotAllowed
from tests.ledger.entries_of import events

TEXT = """
2026-03-02 收到 A 自然人 当面 合并于=B
2026-03-05 补正通知 A 期限=2026-03-20 记于=2026-03-09T09:00:00+08:00
2026-03-12 补正收到 A
2026-03-20 决定 A 部分公开
2026-03-23 发出 A
"""


@pytest.mark.parametrize(
    ("day", "stage", "row", "is_open"),
    [
        (date(2026, 3, 1), "none", None, False),
        (date(2026, 3, 2), "processing", None, True),
        (date(2026, 3, 5), "correction_pending", None, True),
        (date(2026, 3, 12), "processing", None, True),
        (date(2026, 3, 22), "decided", None, True),
        (date(2026, 3, 23), "delivered", "partly_disclosed", False),
    ],
)
def test_the_state_on_a_day(day: date, stage: str, row: str | None, is_open: bool) -> None:
    case = fold(read(TEXT), day)
    assert (case.stage, case.row, case.open) == (stage, row, is_open)


def test_the_state_as_known_at_a_time() -> None:
    known_at = datetime(2026, 3, 8, tzinfo=UTC)
    assert fold(read(TEXT), date(2026, 3, 8), known_at).stage == "processing"
    assert fold(read(TEXT), date(2026, 3, 8), known_at + timedelta(days=2)).stage == "correction_pending"


def test_a_case_tells_where_each_part_comes_from() -> None:
    case = fold(read(TEXT), date(2026, 12, 31))
    assert case.received_by == Ref("A", 1)
    assert case.row_by == Ref("A", 5)
    assert (case.received_on, case.row_on) == (date(2026, 3, 2), date(2026, 3, 23))
    assert (case.applicant, case.together_with, case.split_from) == ("natural_person", "B", None)
    assert case.subject == "A"
    assert case.decisions == ("partly_disclosed",)
    assert case.events == tuple(e.event for e in read(TEXT))  # type: ignore[attr-defined]


def test_a_part_split_off_names_its_origin() -> None:
    case = fold(read("2026-03-01 提交 A-2 自然人 互联网 拆自=A-1\n2026-03-02 收到 A-2\n"), date(2026, 12, 31))
    assert (case.split_from, case.together_with) == ("A-1", None)


def test_one_case_at_a_time() -> None:
    with pytest.raises(ValueError, match="A、B"):
        fold(read("2026-03-02 收到 B 自然人\n2026-03-02 收到 A 自然人\n"), date(2026, 12, 31))
    nothing = fold([], date(2026, 12, 31))
    assert (nothing.stage, nothing.subject) == ("none", "")


def test_all_cases_in_one_pass_without_those_not_begun() -> None:
    entries = read("2026-03-02 收到 B 自然人\n2026-04-02 收到 A 自然人\n2026-03-03 决定 B 予以公开\n")
    assert {s: c.stage.value for s, c in cases(entries, date(2026, 3, 31)).items()} == {"B": "decided"}
    assert {s: c.subject for s, c in cases(entries, date(2026, 4, 2)).items()} == {"A": "A", "B": "B"}
    assert set(cases(entries, date(2026, 4, 2), datetime(2026, 4, 1, tzinfo=UTC))) == {"B"}


def entry(position: int, event: Event) -> ApplicationEntry:
    recorded = datetime(event.on.year, event.on.month, event.on.day, tzinfo=UTC)
    return ApplicationEntry("测试局", "A", position, event.on, recorded, "甲", event, Applicant.OTHER)


@st.composite
def lawful(draw: st.DrawFn) -> list[Event]:
    """Events that the clocks of the statute allow one after another."""
    calendar, points = Calendar.national(), Settings.default()
    out: list[Event] = []
    on = date(2024, 1, 2) + timedelta(days=draw(st.integers(0, 300)))
    for _ in range(draw(st.integers(1, 25))):
        event = draw(events(on))
        if event.kind in ("voided", "joined", "parted"):
            continue  # which case leads is told by the ledger alone
        try:
            clock([*out, event], on, calendar, points)
        except NotAllowed:
            continue
        out.append(event)
        on += timedelta(days=draw(st.integers(0, 12)))
    return out


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(lawful(), st.integers(0, 60))
def test_what_the_clocks_allow_counts_here_with_the_same_stage(found: list[Event], later: int) -> None:
    """Two implementations of law.md §7.3: everything lawful counts, and the stages agree.

    Only the calendar knows that a consultation is over because its period is: then the ledger still says so.
    """
    if not found:
        return
    day = found[-1].on + timedelta(days=later)
    case = fold([entry(n, e) for n, e in enumerate(found, 1)], day)
    assert case.refusals == ()
    said = clock(found, day, Calendar.national(), Settings.default())
    if not (case.stage == "consulting" and said.stage == "processing"):
        assert case.stage == said.stage
    if case.row is not None:
        assert case.row == said.outcome
    assert case.events == tuple(found)
