"""不予公开的理由 (vectors/exemptions.toml, decisions.toml): grounds, several results in one case, re-assessment."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.statute.decisions import Remedy, decision, kinds
from gongkai.statute.exemptions import (
    Withheld,
    due_for_reassessment,
    ground,
    grounds,
    reassess_on,
    result_of,
    rows_of,
    stands,
)
from gongkai.statute.facts import fact
from gongkai.statute.settings import Settings
from gongkai.statute.working_days import Calendar
from gongkai.values.errors import NotAllowed
from tests.statute.vectors import cases

CALENDAR = Calendar.national()
KEYS = [kind.key for kind in kinds()]


@pytest.mark.parametrize("case", cases("exemptions"))
def test_ground(case: dict[str, Any]) -> None:
    asked = (case["ground"], case["limb"], case.get("facts", ()))
    if case.get("wrong_limb"):
        with pytest.raises(NotAllowed, match=f"“{case['limb']}”不是.*列举的情形") as error:
            stands(*asked)
        assert case["law"] in error.value.article
    elif "lifted" in case:
        with pytest.raises(NotAllowed, match=f"不能以“{case['limb']}”为由不公开：.*{case['lifted']}"):
            stands(*asked)
    else:
        found = stands(*asked)
        assert found.key == case["ground"]
        assert case["law"] in found.article


def test_walk_over_every_ground_and_limb() -> None:
    first = [kind.key for kind in kinds() if kind.remedy is Remedy.RECONSIDERATION_FIRST]
    assert [one.key for one in grounds()] == first
    for one in grounds():
        assert one.limbs
        assert one.article in decision(one.key).articles
        for limb in one.limbs:
            assert stands(one.key, limb) == one
        for exception in one.exceptions:
            assert fact(exception).barring
            assert exception in decision(one.key).bars
    assert [len(ground(key).limbs) for key in ("withheld.internal_affairs", "withheld.deliberative")] == [
        3,
        4,
    ]


def test_only_article_16_leaves_a_choice() -> None:
    assert {one.article[:8] for one in grounds() if one.discretion} == {"《条例》第十六条"}
    assert all(one.discretion == ("第十六条" in one.article) for one in grounds())


def test_what_is_no_ground_is_named() -> None:
    with pytest.raises(NotAllowed, match=r"不是条例规定的不予公开的理由.*国家秘密"):
        ground("withheld.administrative_query")


@pytest.mark.parametrize("case", cases("decisions", "row"))
def test_rows_of_split_and_unsplit(case: dict[str, Any]) -> None:
    assert rows_of(case["kinds"]) == case["split"]
    settings = Settings.default().using(case.get("settings", {}))
    if "whole" in case:
        assert result_of(case["kinds"], case.get("principal"), settings).key == case["whole"]
    else:
        with pytest.raises(NotAllowed, match=r"请由承办人从中选定主要的一种"):
            result_of(case["kinds"], case.get("principal"), settings)


def test_a_case_without_result_has_none() -> None:
    with pytest.raises(NotAllowed, match="还没有任何处理结果"):
        result_of([])


def test_the_choice_must_be_one_of_the_parts() -> None:
    with pytest.raises(NotAllowed, match="选定"):
        result_of(["withheld.deliberative", "withheld.internal_affairs"], "withheld.state_secret")


@given(st.lists(st.sampled_from(KEYS), min_size=1), st.data())
def test_a_case_has_one_result_and_a_split_one_as_many_as_parts(
    results: list[str], data: st.DataObject
) -> None:
    principal = data.draw(st.sampled_from(results))
    whole = result_of(results, principal)
    rows = {decision(key).row for key in results}
    given_out = rows & {"disclosed", "partly_disclosed"}
    if len(rows) > 1 and given_out:
        assert whole.row == "partly_disclosed"
    else:
        assert whole.key in results
    assert rows_of(results).total() == len(results)


@pytest.mark.parametrize("case", cases("exemptions", "reassess"))
def test_reassessment(case: dict[str, Any]) -> None:
    item = Withheld("一", "withheld.deliberative", case["decided"], case.get("reassessed"))
    assert reassess_on(item, CALENDAR, case.get("months")) == case["on"]


def test_items_come_due_on_their_day_the_longest_waiting_first() -> None:
    items = [
        Withheld("乙", "withheld.deliberative", dt.date(2025, 3, 11)),
        Withheld("丙", "withheld.deliberative", dt.date(2025, 3, 10)),
        Withheld("甲", "withheld.deliberative", dt.date(2025, 3, 10)),
        Withheld("丁", "withheld.state_secret", dt.date(2025, 1, 6), dt.date(2026, 1, 6)),
    ]
    due = due_for_reassessment(items, dt.date(2026, 3, 10), CALENDAR)
    assert [item.id for item in due] == ["丙", "甲"]
    assert [i.id for i in due_for_reassessment(items, dt.date(2026, 3, 11), CALENDAR)][-1] == "乙"
    assert due_for_reassessment(items, dt.date(2026, 3, 9), CALENDAR) == ()


def test_the_organ_s_own_interval_brings_items_earlier() -> None:
    item = Withheld("甲", "withheld.deliberative", dt.date(2025, 3, 10))
    assert due_for_reassessment([item], dt.date(2025, 9, 9), CALENDAR, 6) == ()
    assert due_for_reassessment([item], dt.date(2025, 9, 10), CALENDAR, 6) == (item,)


def test_the_sentences_in_full() -> None:
    with pytest.raises(NotAllowed) as error:
        result_of([])
    assert error.value.sentence == "这件申请还没有任何处理结果，请至少登记一项。"
    assert error.value.article == "《条例》第三十六条"
    with pytest.raises(NotAllowed) as error:
        result_of(["withheld.deliberative", "unavailable.needs_creation"])
    assert error.value.sentence == (
        "这件申请有几种不同的处理结果（过程性信息，不予公开、需要加工、分析，没有现成信息），"
        "请由承办人从中选定主要的一种，或者先按一事一申请拆分。"
    )
    assert error.value.article == "国办公开办函〔2021〕30号"
    with pytest.raises(NotAllowed) as error:
        stands("withheld.third_party", "隐私")
    assert error.value.sentence == (
        "“隐私”不是《条例》第十五条列举的情形，请从“商业秘密”“个人隐私”“第三方其他合法权益”中选定一种。"
    )
    with pytest.raises(NotAllowed) as error:
        stands("withheld.third_party", "个人隐私", ["third_party_consents"])
    assert (error.value.sentence, error.value.article) == (
        "不能以“个人隐私”为由不公开：第三方同意公开的，应当公开。",
        "《条例》第十五条",
    )
    with pytest.raises(NotAllowed) as error:
        ground("withheld.administrative_query")
    assert "国家秘密，不予公开、法律、行政法规禁止公开" in error.value.sentence
    assert error.value.article == "《条例》第十四条至第十六条"
