"""Subordinates' reports added up."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.report.checks.short_form import report_of
from gongkai.report.document import AnnualReport
from gongkai.report.rollup import CONTAINED, DUPLICATE, OTHER_EDITION, OTHER_YEAR, Rollup, rollup
from gongkai.report.rollup_form import as_json

CELL = ("applications", "newly_received", "total")


def of(organ: str, value: object = 1, **more: Any) -> AnnualReport:
    rows = {"newly_received": [0, 0, 0, 0, 0, 0, value]}
    data = {"fill": 0, "year": 2024, "organ": organ, "file": organ, "tables": {"applications": rows}}
    return report_of({**data, **more})


def codes(found: Rollup) -> list[str]:
    return [finding.code for finding in found.findings]


def test_complete_sums_have_no_doubt() -> None:
    found = rollup([of("甲局", 2), of("乙局", 3)], expected=["甲局", "乙局"])
    assert found.total[CELL] == 5
    assert found.bounds(CELL) == (5, 5)
    assert found.missing == ()
    assert codes(found) == []


@pytest.mark.parametrize("value", ["空", "/", "缺", -1])
def test_what_is_no_number_makes_the_sum_a_lower_bound(value: object) -> None:
    found = rollup([of("甲局", 2), of("乙局", value)])
    assert found.total[CELL] == 2
    assert found.bounds(CELL) == (2, None)


def test_a_cell_without_any_number_has_no_sum_and_is_not_0() -> None:
    found = rollup([of("甲局", "空"), of("乙局", "/")])
    assert CELL not in found.total
    assert found.bounds(CELL) == (None, None)


def test_a_missing_child_is_named_and_opens_the_sum() -> None:
    found = rollup([of("甲局", 2)], expected=["甲局", "丙局"])
    assert found.missing == ("丙局",)
    assert found.bounds(CELL) == (2, None)
    assert codes(found) == ["R802"]


def test_the_report_above_bounds_the_sum_and_leaves_its_own_share() -> None:
    above = of("市局", 10)
    found = rollup([of("甲局", 2)], above, ["甲局", "丙局"])
    assert found.bounds(CELL) == (2, 10)
    assert found.share(CELL) == (0, 8)
    assert rollup([of("甲局", 2), of("丙局", 3)], above).share(CELL) == (5, 5)


def test_a_report_above_of_its_own_figures_alone_bounds_nothing() -> None:
    found = rollup([of("甲局", 20)], of("市局", 10), ["甲局", "丙局"], covers=False)
    assert found.bounds(CELL) == (20, None)
    assert found.share(CELL) == (10, 10)
    assert "R801" not in codes(found)
    assert "R801" in codes(rollup([of("甲局", 20)], of("市局", 10)))


def test_a_contradicted_upper_bound_is_none() -> None:
    found = rollup([of("甲局", 20)], of("市局", 10), ["甲局", "丙局"])
    assert found.bounds(CELL) == (20, None)


def test_one_organ_counts_once_and_its_latest_report() -> None:
    from datetime import date

    early = of("甲局", 2, dated_on=date(2025, 1, 5), file="a")
    late = of("甲局", 4, dated_on=date(2025, 2, 5), file="b")
    for order in ([early, late], [late, early]):
        found = rollup(order)
        assert found.total[CELL] == 4
        assert [c.left_out for c in found.children] == [None, DUPLICATE]
        assert codes(found) == ["R803"]


def test_the_organ_above_is_not_counted_among_its_children() -> None:
    found = rollup([of("甲局", 2), of("市局", 10)], of("市局", 10))
    assert found.total[CELL] == 2
    assert codes(found) == ["R803"]


def test_another_year_is_left_out_and_its_organ_missing() -> None:
    found = rollup([of("甲局", 2), of("乙局", 2), of("丙局", 5, year=2023)])
    assert found.total[CELL] == 4
    assert [c.left_out for c in found.children].count(OTHER_YEAR) == 1
    assert found.missing == ("丙局",)
    assert found.bounds(CELL) == (4, None)


def test_another_edition_is_left_out_and_opens_the_sum() -> None:
    found = rollup([of("甲局", 2), of("乙局", 2), of("丙局", 5, edition="2019")])
    assert [c.left_out for c in found.children].count(OTHER_EDITION) == 1
    assert found.bounds(CELL) == (4, None)


def test_double_counting_below_a_government_is_kept_out_and_opens_the_sum() -> None:
    found = rollup([of("甲县人民政府", 7), of("甲县司法局", 2), of("乙县司法局", 1)], expected=["甲县司法局"])
    assert found.total[CELL] == 8
    assert [c.left_out for c in found.children if not c.counted] == [CONTAINED]
    assert found.missing == ()
    assert found.bounds(CELL) == (8, None)
    assert codes(found) == ["R805"]


def test_names_nobody_expected_are_told() -> None:
    assert rollup([of("甲局"), of("乙局")], expected=["甲局"]).unexpected == ("乙局",)
    assert rollup([of("甲局"), of("乙局")]).unexpected == ()


def test_several_reports_of_one_file_are_no_duplicates() -> None:
    from dataclasses import replace

    from gongkai.report.document import Source

    source = Source("a.html", "html", "abc")
    parts = [replace(of(name), source=source, part=(n, 2)) for n, name in enumerate(("甲局", "乙局"), 1)]
    assert rollup(parts).total[CELL] == 2


def test_nothing_to_add_up() -> None:
    found = rollup([])
    assert found.total == {}
    assert found.bounds(CELL) == (None, None)


values = st.one_of(st.integers(0, 9), st.sampled_from(["空", "/", "缺"]))
families = st.lists(values, min_size=1, max_size=6).map(
    lambda found: [of(f"第{n}局", value) for n, value in enumerate(found)]
)


@settings(deadline=None, max_examples=60)
@given(families, st.booleans())
def test_the_sum_lies_within_its_bounds(children: list[AnnualReport], missing: bool) -> None:
    found = rollup(children, expected=["缺席局"] if missing else [])
    for path, total in found.total.items():
        low, high = found.bounds(path)
        assert low is not None
        assert low <= total
        assert high is None or total <= high


@settings(deadline=None, max_examples=40)
@given(families.flatmap(lambda family: st.tuples(st.just(family), st.permutations(family))))
def test_the_order_is_of_no_account(orders: tuple[list[AnnualReport], list[AnnualReport]]) -> None:
    there, back = (as_json(rollup(family, expected=["缺席局"])) for family in orders)
    assert there == back


@settings(deadline=None, max_examples=60)
@given(families, st.integers(0, 5), st.integers(0, 30), st.booleans())
def test_a_missing_child_widens_and_never_narrows(
    children: list[AnnualReport], gone: int, above: int, has_above: bool
) -> None:
    names = [str(child.organ) for child in children]
    sums = int(rollup(children).total.get(CELL, 0))
    own = of("市局", sums + above) if has_above else None
    left = [child for n, child in enumerate(children) if n != gone % len(children)]
    whole, part = rollup(children, own, names), rollup(left, own, names)
    assert inside(whole.bounds(CELL), part.bounds(CELL))


def inside(narrow: tuple[Any, Any], wide: tuple[Any, Any]) -> bool:
    """True where the second pair of bounds allows all that the first does; None allows everything."""
    low = wide[0] is None or (narrow[0] is not None and wide[0] <= narrow[0])
    high = wide[1] is None or (narrow[1] is not None and wide[1] >= narrow[1])
    return low and high


def test_control_narrower_bounds_are_noticed() -> None:
    assert inside((2, 5), (0, None))
    assert not inside((0, 5), (2, 5))
    assert not inside((2, None), (2, 5))
