"""公开的义务 (vectors/duties.toml, publication.toml): items by level, periods by kind."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.statute.duties import (
    all_items,
    items,
    last_working_day,
    levels,
    publication_kinds,
    publish_by,
)
from gongkai.statute.working_days import Calendar
from gongkai.values.errors import NotAllowed, NotInForce
from tests.statute.vectors import cases, vectors

CALENDAR = Calendar.national()
DAY = dt.date(2026, 3, 2)


@pytest.mark.parametrize("case", cases("duties"))
def test_items_of_a_level(case: dict[str, Any]) -> None:
    found = {item.key: item for item in items(case["level"])}
    assert sum(key.startswith("A20_") for key in found) == case["article_20"]
    assert sum(key.startswith("A21_") for key in found) == case["article_21"]
    assert set(case.get("with", ())) <= set(found)
    assert not set(case["without"]) & set(found)


def test_the_fifteen_items_are_numbered_as_in_the_article() -> None:
    numbers = [*"一二三四五六七八九十", *(f"十{n}" for n in "一二三四五")]
    found = [item for item in all_items() if item.key.startswith("A20_")]
    assert [item.key for item in found] == [f"A20_{n:02}" for n in range(1, 16)]
    assert [item.article for item in found] == [f"《条例》第二十条第（{n}）项" for n in numbers]
    assert all(item.levels == levels() for item in found)


def test_periods_named_by_items_exist() -> None:
    kinds = publication_kinds(DAY)
    named = {name for item in all_items() for name in item.periods}
    assert named <= set(kinds)
    assert {"budget", "penalty", "licence"} <= named
    assert {case["what"] for case in vectors("publication")} == set(kinds)


def test_a_level_that_there_is_not_is_named() -> None:
    with pytest.raises(NotAllowed, match="没有“village”这个层级"):
        items("village")


@pytest.mark.parametrize("case", cases("publication"))
def test_publication(case: dict[str, Any]) -> None:
    found = publish_by(case["what"], case["since"], CALENDAR, days=case.get("days"))
    assert found.on == case["on"]
    assert found.done_by == case.get("done_by", case["on"])
    assert found.article.split("（")[0].split("第")[0] in case["law"] or case["law"] in found.article
    assert found.setting == (found.mark == "RECALLED")
    assert not found.provisional
    assert found.days == case.get("days", found.days)


def test_a_number_fixed_by_law_is_not_set() -> None:
    with pytest.raises(NotAllowed, match="由法律规定，不能自行设置") as error:
        publish_by("general", DAY, CALENDAR, days=30)
    assert "第二十六条" in error.value.article


def test_an_unknown_kind_and_an_earlier_day_are_refused() -> None:
    with pytest.raises(NotAllowed, match=r"没有“minutes”这种公开期限.*general（"):
        publish_by("minutes", DAY, CALENDAR)
    with pytest.raises(NotInForce):
        publish_by("general", dt.date(2019, 5, 14), CALENDAR)


def test_a_year_without_notice_is_provisional() -> None:
    assert publish_by("general", dt.date(2026, 12, 20), CALENDAR).provisional


@given(st.dates(dt.date(2020, 1, 1), dt.date(2026, 11, 30)), st.sampled_from(sorted(publication_kinds(DAY))))
def test_it_is_to_be_done_on_a_working_day_not_after_the_last(day: dt.date, what: str) -> None:
    found = publish_by(what, day, CALENDAR)
    assert CALENDAR.is_working(found.done_by)
    assert found.done_by <= found.on
    assert CALENDAR.count_between(found.done_by, found.on) == 0
    assert last_working_day(found.on, CALENDAR) == found.done_by
    if found.unit == "working_day":
        assert CALENDAR.count_between(day, found.on) == found.days
    else:
        assert (found.on - day).days == found.days
