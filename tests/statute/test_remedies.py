"""救济期限 (vectors/remedies.toml): the way, the last days, before and after reconsideration."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.statute.decisions import Remedy, decision, kinds
from gongkai.statute.remedies import Way, period, rights, suit_after, way_of
from gongkai.statute.settings import Settings
from gongkai.statute.working_days import Calendar
from gongkai.values.errors import NotAllowed, NotInForce
from tests.statute.vectors import cases

CALENDAR = Calendar.national()
KEYS = [kind.key for kind in kinds()]
DAYS = st.dates(dt.date(2024, 1, 1), dt.date(2026, 12, 31))


@pytest.mark.parametrize("case", cases("remedies"))
def test_case(case: dict[str, Any]) -> None:
    found = rights(
        case["outcome"],
        case["delivered"],
        CALENDAR,
        grounds=case.get("grounds", ()),
        third_party=case.get("third_party", False),
        settings=Settings.default().using(case.get("settings", {})),
    )
    assert found.way == case["way"]
    assert (found.reconsideration and found.reconsideration.last_day) == case.get("reconsideration")
    assert (found.suit and found.suit.last_day) == case.get("suit")
    assert found.recommended == case.get("recommended")
    assert found.third_party == case.get("third_party", False)
    if "suit_counted" in case:
        assert found.suit is not None
        assert found.suit.counted_to == case["suit_counted"]
    if "counted" in case:
        assert found.reconsideration is not None
        assert found.reconsideration.counted_to == case["counted"]


@pytest.mark.parametrize("case", cases("remedies", "after"))
def test_suit_after_reconsideration(case: dict[str, Any]) -> None:
    found = suit_after(case["received"], CALENDAR)
    assert (found.last_day, found.count, found.unit) == (case["last_day"], 15, "natural_day")
    assert "第四十五条" in found.article


def test_every_result_names_its_articles() -> None:
    day = dt.date(2026, 3, 10)
    first = rights("withheld.state_secret", day, CALENDAR, electronic=True)
    assert first.articles == (
        "《行政复议法》第二十条第一款",
        "《行政复议法》第二十三条第一款第（四）项、第二款",
        "《行政诉讼法》第四十五条，《行政复议法》第三十四条",
        "《行政复议法》第二十二条第二款",
        "《最高人民法院关于审理政府信息公开行政案件适用法律若干问题的解释》（法释〔2025〕8号）第一条、第二条",
    )
    either = rights("disclosed.supplied", day, CALENDAR)
    assert either.articles[:2] == ("《行政复议法》第二十条第一款", "《行政诉讼法》第四十六条第一款")
    assert len(rights("partly_disclosed", day, CALENDAR).articles) == 5
    late = rights("overdue", day, CALENDAR)
    assert late.articles[0] == "《行政复议法》第二十三条第一款第（三）项"
    assert len(late.articles) == 4
    assert rights("otherwise.other.withdrawn", day, CALENDAR).articles == ()


def test_the_interpretation_of_2025_is_not_named_before_it_was_in_force() -> None:
    before = rights("disclosed.supplied", dt.date(2025, 5, 31), CALENDAR)
    since = rights("disclosed.supplied", dt.date(2025, 6, 1), CALENDAR)
    assert len(since.articles) == len(before.articles) + 1
    assert not any("〔2025〕8号" in article for article in before.articles)


def test_the_internet_channel_goes_with_electronic_delivery() -> None:
    day = dt.date(2026, 3, 10)
    assert rights("disclosed.supplied", day, CALENDAR, electronic=True).internet
    assert not rights("disclosed.supplied", day, CALENDAR).internet
    assert not rights("otherwise.other.withdrawn", day, CALENDAR, electronic=True).internet


def test_where_the_letter_is_silent_a_year_is_the_limit() -> None:
    found = rights("unavailable.not_held", dt.date(2025, 3, 10), CALENDAR)
    assert found.untold_reconsideration is not None
    assert found.untold_suit is not None
    assert found.untold_reconsideration.last_day == found.untold_suit.last_day == dt.date(2026, 3, 10)
    first = rights("withheld.deliberative", dt.date(2025, 3, 10), CALENDAR)
    assert first.untold_suit is None
    assert first.untold_reconsideration is not None
    none = rights("otherwise.other.withdrawn", dt.date(2025, 3, 10), CALENDAR)
    assert none.untold_reconsideration is none.untold_suit is None
    late = rights("overdue", dt.date(2025, 3, 10), CALENDAR)
    assert late.untold_reconsideration is late.untold_suit is None


def test_a_day_without_a_notice_is_provisional() -> None:
    found = rights("disclosed.supplied", dt.date(2026, 10, 30), CALENDAR)
    assert found.reconsideration is not None
    assert found.suit is not None
    assert not found.reconsideration.provisional
    assert found.suit.provisional
    rolled = rights("withheld.deliberative", dt.date(2026, 11, 2), CALENDAR).reconsideration
    assert rolled is not None
    assert (rolled.counted_to, rolled.provisional) == (dt.date(2027, 1, 1), True)


def test_a_period_in_working_days_does_not_roll() -> None:
    found = period(
        dt.date(2026, 2, 12),
        {"days": 1, "unit": "working_day", "article": "一", "mark": "VERIFIED"},
        CALENDAR,
    )
    assert (found.counted_to, found.last_day) == (dt.date(2026, 2, 13), dt.date(2026, 2, 13))


def test_before_the_law_of_2024_it_says_so() -> None:
    assert rights("disclosed.supplied", dt.date(2024, 1, 1), CALENDAR).suit
    with pytest.raises(NotInForce, match="2024年1月1日"):
        rights("disclosed.supplied", dt.date(2023, 12, 31), CALENDAR)


def test_a_row_whose_kinds_differ_must_be_told_apart() -> None:
    assert rights("unavailable.not_held", dt.date(2026, 3, 10), CALENDAR).way is Way.EITHER
    with pytest.raises(NotAllowed, match="分为几种决定"):
        rights("otherwise.other", dt.date(2026, 3, 10), CALENDAR)
    with pytest.raises(NotAllowed, match="没有“nonsense”"):
        rights("nonsense", dt.date(2026, 3, 10), CALENDAR)


@pytest.mark.parametrize(
    ("outcome", "words"), [("withheld.third_party", "没有公开任何内容"), ("overdue", "第三方没有")]
)
def test_a_third_party_can_attack_only_disclosure(outcome: str, words: str) -> None:
    with pytest.raises(NotAllowed, match=words):
        rights(outcome, dt.date(2026, 3, 10), CALENDAR, third_party=True)
    with pytest.raises(NotAllowed, match="没有“nonsense”"):
        rights("nonsense", dt.date(2026, 3, 10), CALENDAR, third_party=True)
    assert rights("disclosed", dt.date(2026, 3, 10), CALENDAR, third_party=True).way is Way.EITHER


def test_the_ways_of_all_kinds() -> None:
    for kind in kinds():
        way = way_of(kind.key)
        if kind.remedy is Remedy.BY_GROUND:
            assert way is Way.SPLIT
        else:
            assert way == kind.remedy.value
    grounds = ["withheld.administrative_query"]
    assert way_of("partly_disclosed", grounds) is Way.EITHER
    assert way_of("partly_disclosed", grounds, Settings.default().using({"A11": "M1"})) is Way.SPLIT


@given(DAYS, st.sampled_from(KEYS))
def test_last_days_are_working_days_and_never_before_the_count(day: dt.date, key: str) -> None:
    found = rights(key, day, CALENDAR)
    assert found.reconsideration_first == (found.way in (Way.FIRST, Way.SPLIT))
    assert (found.suit is None) == (found.way in (Way.FIRST, Way.NONE))
    for one in (found.reconsideration, found.suit):
        if one is not None:
            assert CALENDAR.is_working(one.last_day)
            assert one.last_day >= one.counted_to > one.start == day
            assert (one.last_day == one.counted_to) == CALENDAR.is_working(one.counted_to)
    if found.reconsideration is not None:
        assert (found.reconsideration.counted_to - day).days == 60
    assert decision(key).key == found.outcome
