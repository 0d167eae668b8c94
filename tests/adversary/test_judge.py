"""The judge itself: what counts as exact, flagged, lost and wrong, and what a glued line leaves in doubt."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gongkai.report.document import AnnualReport, Flag, Source, Table

from .case import ABSENT, Case, start
from .generator import sample
from .judge import cuts, judge, open_where_glued, same


def _case() -> Case:
    return start(sample(1, "2021", errors=False), "html_clean", "nothing", 1)


def _report(case: Case) -> AnnualReport:
    tables = {
        key: Table(key, {(r, c): v for (t, r, c), v in case.sample.values.items() if t == key})
        for key in ("proactive", "applications", "remedies")
    }
    return AnnualReport(Source("x.html", "html", ""), tables=tables)


def _spoil(report: AnnualReport, value: object) -> AnnualReport:
    table = report.tables["applications"]
    assert table is not None
    cells = {**table.cells, ("disclosed", "other"): value}
    return replace(report, tables={**report.tables, "applications": Table("applications", cells)})  # type: ignore[arg-type]


def test_the_truth_is_exact() -> None:
    """The printed values give a clean verdict."""
    case = _case()
    assert judge(case, _report(case)).exact


@pytest.mark.parametrize("value", [99, None, "/", ABSENT])
def test_another_value_without_a_flag_is_wrong(value: object) -> None:
    """A number, a blank, a stroke and a lost cell are all silent errors where print has a figure."""
    case = _case()
    spoiled = _spoil(_report(case), value)
    assert [w[0] for w in judge(case, spoiled).wrong] == [("applications", "disclosed", "other")]
    flagged = replace(spoiled, flags=(Flag(("applications", "disclosed"), "读法不一"),))
    verdict = judge(case, flagged)
    assert not verdict.wrong
    assert not verdict.exact


def test_a_flag_elsewhere_does_not_cover() -> None:
    """A flag on another row leaves the error silent."""
    case = _case()
    spoiled = replace(
        _spoil(_report(case), 99), flags=(Flag(("applications", "total_outcomes"), "读法不一"),)
    )
    assert judge(case, spoiled).wrong


def test_a_right_value_under_a_flag_is_not_exact() -> None:
    """Flagging everything earns nothing."""
    case = _case()
    verdict = judge(case, replace(_report(case), flags=(Flag(("applications",), "读法不一"),)))
    assert not verdict.wrong
    assert not verdict.exact


def test_a_table_not_found_is_lost() -> None:
    """No table is neither exact nor silently wrong."""
    case = _case()
    verdict = judge(case, replace(_report(case), tables={}))
    assert verdict.cells["lost"] == len(case.expect)
    assert not verdict.exact


@pytest.mark.parametrize(
    ("got", "wanted", "equal"),
    [
        ("7730.28", "7730.28", True),
        ("0", 0, True),
        (0, None, False),
        (None, 0, False),
        ("—", "-", True),
        ("1,234", 1234, False),
        ("12.50", "12.5", True),
        (ABSENT, None, False),
        ("/", "-", False),
    ],
)
def test_same(got: object, wanted: object, equal: bool) -> None:
    """Numbers by value, text as printed; blank, zero, stroke and absence stay apart."""
    assert same(got, wanted) is equal


@pytest.mark.parametrize(
    ("digits", "sizes", "sums", "ways"),
    [
        ("0000000", [7], True, 1),
        ("230000023", [7], True, 1),
        ("1000", [3], False, 1),
        ("005", [3], False, 1),
        ("1262629", [3], False, 15),
        ("000000000000000", [5, 5, 5], True, 1),
        ("120000013", [7], True, 0),
    ],
)
def test_cuts(digits: str, sizes: list[int], sums: bool, ways: int) -> None:
    """Counted by hand: no leading zeros, the last of a group is its sum."""
    assert cuts(digits, sizes, sums) == ways


def test_glued_rows_in_doubt_are_left_open() -> None:
    """Three numbers of two digits glued together have several cuts."""
    case = start(sample(1, "2021", errors=False), "glued", "nothing", 1)
    for row in case.page.tree("proactive").rows:
        if row.key == "government_rule":
            for cell, text in zip(row.numbers, ("12", "34", "56"), strict=True):
                cell.text = text
    open_where_glued(case)
    assert ("proactive", "government_rule", "issued") in case.open
