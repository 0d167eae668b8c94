"""The shared real reports: no cell wrong, every certain error reported, nothing true flagged."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bench import measure
from bench.real.expectations import Expected, all_expected, row_key, shared
from gongkai.report.document import AnnualReport, Flag, Source, Table
from gongkai.tables.form import form

EXPECTED = list(all_expected())
absent = pytest.mark.skipif(
    not EXPECTED, reason=f"the shared reports are not at {shared()}; set GONGKAI_SHARED to their folder"
)


@pytest.fixture(scope="module")
def scores() -> dict[str, measure.Score]:
    """Every report read and checked once."""
    return {e.name: measure.measure(e) for e in EXPECTED}


@absent
@pytest.mark.parametrize("name", [e.name for e in EXPECTED])
def test_cells(scores: dict[str, measure.Score], name: str) -> None:
    """Every cell as printed; a flag stands only where the source itself is ambiguous."""
    score = scores[name]
    assert not score.problem
    assert not score.wrong
    assert not score.flagged
    assert score.negatives[0] == score.negatives[1]
    assert score.chapters in (None, 6)


@absent
@pytest.mark.parametrize("name", [e.name for e in EXPECTED])
def test_findings(scores: dict[str, measure.Score], name: str) -> None:
    """Every certain error is reported, nothing true is flagged, no error is made up."""
    score = scores[name]
    assert not score.missed
    assert not score.falsely_flagged
    assert not score.false_alarms
    assert score.statements[0] == score.statements[1]


def _own(value: int | None, flags: tuple[Flag, ...] = ()) -> AnnualReport:
    table = Table("remedies", {("reconsideration", "total"): value})
    return AnnualReport(Source("x", "txt", ""), tables={"remedies": table}, flags=flags)


def _wanted() -> Expected:
    path = ("remedies", "reconsideration", "total")
    return Expected("own", shared() / "none", form("2021"), {path: 3})


def test_the_measure_tells_right_flagged_and_wrong() -> None:
    """Control: a wrong figure counts as wrong, under a flag as flagged, a right one as right."""
    flag = (Flag(("remedies", "reconsideration"), "两种读法不一致"),)
    for report, key in (
        (_own(3), "right"),
        (_own(4), "wrong"),
        (_own(None), "wrong"),
        (_own(4, flag), "flagged"),
    ):
        score = measure.Score("own")
        measure.score_cells(score, _wanted(), report)
        assert {k for k, n in score.cells.items() if n} == {key}
        assert measure.bad(score) == (key != "right")


def test_the_measure_wants_null_tables_for_negative_cases() -> None:
    """Control: a table of zeros where the source has none is wrong."""
    wanted = replace(_wanted(), cells={}, no_table=["remedies"])
    score = measure.Score("own")
    measure.score_cells(score, wanted, _own(0))
    assert measure.bad(score)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("一、本年新收政府信息公开申请数量", "newly_received"),
        ("三（二）部分公开", "partly_disclosed"),
        ("三（三）不予公开-3.危及“三安全一稳定”", "withheld.security_stability"),
        ("三（六）其他处理-3.其他", "otherwise.other"),
        ("三（六）其他处理", "otherwise"),
        ("三（七）总计", "total_outcomes"),
        ("四", "carried_forward"),
        ("不是一行", None),
    ],
)
def test_row_key(text: str, key: str | None) -> None:
    """Headings of expectations name rows of the form; a group printed as one row has the group's key."""
    assert row_key(form("2021").table("applications"), text) == key
