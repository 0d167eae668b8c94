"""The clock of one application, case by case (vectors/clocks.toml)."""

from __future__ import annotations

import datetime as dt
import pickle
import tomllib
from pathlib import Path
from typing import Any

import pytest

from gongkai.statute.clocks import EventNotAllowed, case_on, clock, clock_of
from gongkai.statute.settings import Settings
from gongkai.statute.working_days import Calendar
from gongkai.values.errors import NotAllowed
from tests.statute.case_lines import ISO, events

VECTORS = Path(__file__).resolve().parents[1] / "vectors" / "clocks.toml"
CASES = tomllib.loads(VECTORS.read_text(encoding="utf-8"))["case"]
PLAIN = ("strict", "lenient", "provisional", "stage", "outcome", "timely", "without_restart")


def run(case: dict[str, Any]) -> Any:
    settings = Settings.default().using(case.get("settings", {}))
    return clock(events(case["entries"]), case["on"], Calendar.national(), settings)


@pytest.mark.parametrize("case", CASES, ids=[f"{c['law']} {c['name']}" for c in CASES])
def test_case(case: dict[str, Any]) -> None:
    if "refused" in case:
        with pytest.raises(EventNotAllowed) as error:
            run(case)
        assert error.value.number == case["refused"]
        assert case.get("says", "") in error.value.sentence
        assert error.value.sentence.startswith(f"第{case['refused']}条记录（")
        assert error.value.sentence.endswith("。")
        assert not ISO.search(error.value.sentence)
        assert error.value.article
        return
    found = run(case)
    assert not ISO.search("".join(step.why for step in found.steps))
    expected = {key: case[key] for key in PLAIN if key in case}
    said = {key: getattr(found, key) for key in expected}
    assert said == {key: None if value == "none" else value for key, value in expected.items()}
    if "breaches" in case:
        assert list(found.breaches) == case["breaches"]
    due = {one.id: one.on for one in found.deadlines}
    assert {key: due.get(key) for key in case.get("deadlines", {})} == case.get("deadlines", {})
    assert list(due) == case.get("awaits", list(due))
    assert all(one.article for one in found.deadlines)


def test_every_kind_of_expectation_is_among_the_cases() -> None:
    keys = {key for case in CASES for key in case}
    assert {*PLAIN, "awaits", "breaches", "deadlines", "refused"} <= keys


@pytest.mark.parametrize("number", range(len(CASES)))
def test_a_case_asked_day_after_day_says_what_a_new_clock_says(number: int) -> None:
    """Asking changes nothing: the days are asked out of order, and an overdue one first."""
    case = CASES[number]
    lines, settings = events(case["entries"]), Settings.default().using(case.get("settings", {}))
    last = max(one.on for one in lines)
    days = [last + dt.timedelta(days=n) for n in (200, 0, 90, 30, 1, 7)]
    try:
        known = case_on(days[0], lines, Calendar.national(), settings)
    except NotAllowed:
        assert "refused" in case
        return
    for day in days:
        told, anew = clock_of(known, day), clock(lines, day, Calendar.national(), settings)
        assert told[:-1] == anew[:-1]
        assert (told.deadlines, told.provisional, told.steps) == (
            anew.deadlines,
            anew.provisional,
            anew.steps,
        )


def test_each_deadline_has_the_article_it_rests_on() -> None:
    lines = events([
        "2026-03-02 received", "2026-03-03 consultation_sent id=a to=third_party notice_received_on=2026-03-03",
        "2026-03-03 consultation_sent id=b to=joint_maker notice_received_on=2026-03-03",
    ])  # fmt: skip
    found = clock(lines, dt.date(2026, 3, 3), Calendar.national(), Settings.default())
    assert {one.id: one.article.split("》")[1].split("）")[-1] for one in found.deadlines} == {
        "reply": "第三十三条第二款", "correction_notice": "第三十条",
        "opinion:a": "第三十二条", "opinion:b": "第三十四条",
    }  # fmt: skip
    lines = events(["2026-03-02 received", "2026-03-05 reasons_requested", "2026-03-06 reasons_given",
                    "2026-03-10 deferred until=2026-06-30"])  # fmt: skip
    found = clock(lines, dt.date(2026, 3, 10), Calendar.national(), Settings.default())
    assert found.deadlines[0].article.endswith("第三十五条")


@pytest.mark.parametrize("lines", [["2026-03-02 received"], []])
def test_before_the_first_entry_there_is_no_clock(lines: list[str]) -> None:
    with pytest.raises(NotAllowed, match="2026年3月1日为止没有") as error:
        clock(events(lines), dt.date(2026, 3, 1), Calendar.national(), Settings.default())
    assert error.value.article.endswith("第三十三条")


@pytest.mark.parametrize("line", ["2019-05-14 received", "2019-05-14 submitted channel=in_person"])
def test_a_case_before_the_revised_regulation_is_not_for_this_clock(line: str) -> None:
    with pytest.raises(NotAllowed, match="gongkai due"):
        clock(events([line]), dt.date(2019, 5, 20), Calendar.national(), Settings.default())


def test_a_region_moves_the_clock() -> None:
    lines = events(["2021-05-06 received"])
    at_home = clock(lines, dt.date(2021, 5, 6), Calendar.national(), Settings.default())
    there = clock(lines, dt.date(2021, 5, 6), Calendar.national().with_region("640000"), Settings.default())
    assert (at_home.strict, there.strict) == (dt.date(2021, 6, 2), dt.date(2021, 6, 4))


def test_a_refusal_survives_the_way_from_a_worker() -> None:
    error = EventNotAllowed("不能。", "第三十条", 3)
    again = pickle.loads(pickle.dumps(error))
    assert (again.sentence, again.article, again.number) == ("不能。", "第三十条", 3)
