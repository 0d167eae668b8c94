"""信息处理费 (vectors/fees.toml): every boundary, and what holds for all counts."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.statute.fees import (
    Filed,
    Mode,
    charge,
    month_total,
    ordinals,
    per_application,
    per_page,
    several_by_page,
)
from gongkai.statute.settings import Settings
from gongkai.values.errors import NotAllowed, NotInForce
from tests.statute.vectors import cases

DAY = dt.date(2026, 3, 31)
HOW = {"nth": per_application, "month_total": month_total, "pages": per_page}
MANY = st.integers(0, 2000)


@pytest.mark.parametrize("case", cases("fees"))
def test_case(case: dict[str, Any]) -> None:
    fee = HOW[case["how"]](case["count"], DAY)
    assert fee.amount == case["amount"]
    assert "109号" in fee.article
    if "steps" in case:
        assert [[step.first, step.last, step.rate] for step in fee.steps] == case["steps"]


def test_article_and_mark_are_those_of_the_mode() -> None:
    assert (per_application(1, DAY).article[-3:], per_application(1, DAY).mark) == ("第四条", "VERIFIED")
    assert (per_page(1, DAY).article[-3:], per_page(1, DAY).mark) == ("第五条", "VERIFIED-2nd")
    assert per_application(1, DAY).mode is Mode.PER_APPLICATION
    assert several_by_page([31], DAY).mode is per_page(31, DAY).mode is Mode.PER_PAGE
    assert several_by_page([31], DAY) == per_page(31, DAY)


def test_t44_each_calendar_month_counts_anew() -> None:
    march = [Filed("甲", dt.date(2026, 3, 31), number) for number in range(1, 11)]
    april = [Filed("甲", dt.date(2026, 4, 1), number) for number in range(11, 16)]
    nth = ordinals(march + april)
    assert [nth[number] for number in range(1, 16)] == [*range(1, 11), *range(1, 6)]
    assert sum(per_application(n, DAY).amount for n in nth.values()) == 0
    control = ordinals([Filed("甲", dt.date(2026, 3, 31), number) for number in range(1, 16)])
    assert sum(per_application(n, DAY).amount for n in control.values()) == 500


def test_a_month_of_another_year_and_another_applicant_count_apart() -> None:
    filed = [
        Filed("甲", dt.date(2025, 3, 5), 1),
        Filed("甲", dt.date(2026, 3, 5), 2),
        Filed("乙", dt.date(2026, 3, 5), 3),
        Filed("甲", dt.date(2026, 3, 6), 4),
    ]
    assert ordinals(filed) == {1: 1, 2: 1, 3: 1, 4: 2}


def test_a15_the_order_of_one_day_is_that_of_registration_or_of_the_clock() -> None:
    day = dt.date(2026, 3, 5)
    filed = [
        Filed("甲", day, 2, at=dt.time(9)),
        Filed("甲", day, 1, at=dt.time(10)),
        Filed("甲", dt.date(2026, 3, 4), 3, at=dt.time(18)),
    ]
    assert ordinals(filed) == {3: 1, 1: 2, 2: 3}
    assert ordinals(filed, Settings.default().using({"fee.order": "received_time"})) == {3: 1, 2: 2, 1: 3}


def test_a14_the_applicant_is_told_by_identity_or_by_name() -> None:
    day = dt.date(2026, 3, 5)
    filed = [Filed("证一", day, 1, name="王某"), Filed("证二", day, 2, name="王某")]
    assert ordinals(filed) == {1: 1, 2: 1}
    by_name = Settings.default().using({"fee.same_applicant": "organ_name_month"})
    assert ordinals(filed, by_name) == {1: 1, 2: 2}


def test_t46_pages_are_not_added_up_across_applications() -> None:
    assert several_by_page([30, 30], DAY).amount == 0
    assert several_by_page([31, 31], DAY).amount == 20
    assert several_by_page([30, 30], DAY, accumulate=True).amount == 300
    assert several_by_page([30, 30], DAY, accumulate=False).amount == 0
    assert (several_by_page([30, 40], DAY).pieces, several_by_page([30, 40], DAY).free) == (70, 60)


def test_t47_one_of_two_ways_never_both() -> None:
    by_piece = charge(Mode.PER_APPLICATION, DAY, nth=12, pages=40)
    by_page = charge(Mode.PER_PAGE, DAY, nth=12, pages=40)
    assert (by_piece.amount, by_page.amount) == (100, 100)
    assert {by_piece.mode, by_page.mode} == set(Mode)


def test_t48_what_is_public_already_is_not_charged_by_pages() -> None:
    with pytest.raises(NotAllowed, match=r"已经主动公开.*可以按件计收") as error:
        charge(Mode.PER_PAGE, DAY, pages=40, already_public=True)
    assert error.value.article.endswith("第五条")
    assert charge(Mode.PER_APPLICATION, DAY, nth=12, already_public=True).amount == 100


def test_a_missing_count_is_named() -> None:
    with pytest.raises(NotAllowed, match="第几件") as error:
        charge(Mode.PER_APPLICATION, DAY, pages=3)
    assert error.value.article.endswith("第四条")
    with pytest.raises(NotAllowed, match="登记页数"):
        charge(Mode.PER_PAGE, DAY, nth=3)


def test_counts_have_a_least_value() -> None:
    assert month_total(0, DAY).amount == per_page(0, DAY).amount == 0
    with pytest.raises(NotAllowed, match="件次应为不小于1的整数，现在是0") as error:
        per_application(0, DAY)
    assert "109号" in error.value.article
    with pytest.raises(NotAllowed, match="件数应为不小于0的整数，现在是-1"):
        month_total(-1, DAY)
    with pytest.raises(NotAllowed, match="页数应为不小于0的整数，现在是-1"):
        per_page(-1, DAY)


def test_before_the_tariff_nothing_may_be_charged() -> None:
    assert per_application(11, dt.date(2021, 1, 1)).amount == 100
    with pytest.raises(NotInForce):
        per_application(11, dt.date(2020, 12, 31))


@given(MANY)
def test_p13_totals_rise_ever_faster_and_begin_free(count: int) -> None:
    for total in (month_total, per_page):
        low, mid, high = (total(count + more, DAY).amount for more in (0, 1, 2))
        assert 0 <= low <= mid <= high
        assert high - mid >= mid - low


@given(st.integers(0, 200))
def test_p13_a_month_is_the_sum_of_its_applications(count: int) -> None:
    singles = [per_application(nth, DAY).amount for nth in range(1, count + 1)]
    assert month_total(count, DAY).amount == sum(singles)
    assert singles == sorted(singles)


@given(MANY)
def test_p13_the_formula_of_the_law(count: int) -> None:
    def over(least: int) -> int:
        return max(0, count - least)

    assert per_page(count, DAY).amount == 10 * over(30) + 10 * over(100) + 20 * over(200)
    marginal = 0 if count <= 10 else 100 if count <= 30 else 100 * (2 + (count - 31) // 10)
    if count:
        assert per_application(count, DAY).amount == marginal


@given(MANY)
def test_steps_join_without_gap_and_cover_all_but_the_free(count: int) -> None:
    for total in (month_total, per_page):
        fee = total(count, DAY)
        for before, after in zip(fee.steps, fee.steps[1:], strict=False):
            assert after.first == before.last + 1
            assert after.rate > before.rate
        assert fee.free + sum(step.pieces for step in fee.steps) == count == fee.pieces
        if fee.steps:
            assert (fee.steps[0].first, fee.steps[-1].last) == (fee.free + 1, count)


@given(st.lists(st.tuples(st.sampled_from("甲乙丙"), st.dates(dt.date(2026, 1, 1), dt.date(2026, 3, 31)))))
def test_ordinals_of_a_month_count_without_gap(rows: list[tuple[str, dt.date]]) -> None:
    filed = [Filed(who, day, number) for number, (who, day) in enumerate(rows)]
    nth = ordinals(filed)
    months: dict[tuple[str, int], list[int]] = {}
    for one in filed:
        months.setdefault((one.identity, one.received_on.month), []).append(nth[one.number])
    for counted in months.values():
        assert sorted(counted) == list(range(1, len(counted) + 1))


@pytest.mark.parametrize(
    ("mode", "public", "sentence"),
    [
        (
            Mode.PER_APPLICATION,
            False,
            "按件计收要知道这是该申请人当月的第几件申请，请先登记并按收到日期编排件次。",
        ),
        (Mode.PER_PAGE, False, "按量计收要知道提供了多少页，请登记页数（A4及以下幅面的单面为一页）。"),
        (
            Mode.PER_PAGE,
            True,
            "所申请的信息已经主动公开，答复只告知获取途径，不能按量计收；符合条件的可以按件计收。",
        ),
    ],
)
def test_the_sentences_in_full(mode: Mode, public: bool, sentence: str) -> None:
    with pytest.raises(NotAllowed) as error:
        charge(mode, DAY, already_public=public)
    assert error.value.sentence == sentence
