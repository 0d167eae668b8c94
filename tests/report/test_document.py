"""The report as one value: four values of a cell kept apart, places, flags."""

from __future__ import annotations

import dataclasses

import pytest

from gongkai.report.document import AnnualReport, Chapter, Flag, Place, Source, Table
from gongkai.values.findings import Finding, Severity, Where

TABLE = Table(
    "applications",
    cells={
        ("newly_received", "total"): 2,
        ("disclosed", "total"): None,
        ("withheld.third_party", "total"): "/",
        ("carried_forward", "total"): 0,
    },
)
REPORT = AnnualReport(
    source=Source("云州.html", "html", "0" * 64),
    chapters=(
        Chapter(
            1,
            "一、总体情况",
            found=True,
            text="甲段。\n乙段。",
            places=((0, Place(line=3)), (4, Place(line=5))),
        ),
    ),
    tables={"applications": TABLE, "remedies": None},
    flags=(Flag(("applications", "disclosed"), "两种读法不一致"),),
)


def test_blank_zero_slash_and_missing_are_four_values() -> None:
    rows = ("carried_forward", "disclosed", "withheld.third_party", "partly_disclosed")
    printed = [(TABLE.printed(row, "total"), TABLE.cells.get((row, "total"))) for row in rows]
    assert printed == [(True, 0), (True, None), (True, "/"), (False, None)]
    assert [TABLE.number(row, "total") for row in rows] == [0, None, None, None]


def test_a_cell_is_found_by_its_path() -> None:
    assert REPORT.value(("applications", "newly_received", "total")) == 2
    assert REPORT.value(("remedies", "litigation_direct", "upheld")) is None
    assert REPORT.value(("proactive", "licence", "decisions")) is None


@pytest.mark.parametrize(
    ("where", "covered"),
    [
        (("applications",), True),
        (("applications", "disclosed"), True),
        (("applications", "disclosed", "total"), True),
        (("applications", "disclosed", "other"), False),
        (("applications", "newly_received"), False),
        (("remedies",), False),
    ],
)
def test_a_flag_covers_its_cell_row_or_table_and_no_more(where: tuple[str, ...], covered: bool) -> None:
    assert Flag(where, "").covers("applications", "disclosed", "total") is covered


def test_flagged() -> None:
    assert REPORT.flagged("applications", "disclosed", "total")
    assert not REPORT.flagged("applications", "newly_received", "total")


@pytest.mark.parametrize(("offset", "line"), [(0, 3), (3, 3), (4, 5), (99, 5)])
def test_the_place_of_an_offset_is_that_of_its_paragraph(offset: int, line: int) -> None:
    assert REPORT.chapter(1).place_at(offset) == Place(line=line)


def test_text_before_the_first_known_place_has_none() -> None:
    assert Chapter(1, "", found=True, text="甲", places=((5, Place(line=1)),)).place_at(0) == Place()


def test_a_chapter_that_is_not_there_says_so() -> None:
    assert REPORT.chapter(1).found
    assert not REPORT.chapter(6).found


def test_the_form_follows_the_edition() -> None:
    assert REPORT.form.edition == "2021"
    assert dataclasses.replace(REPORT, edition="2019").form.edition == "2019"


def test_findings_are_laid_on_a_copy() -> None:
    finding = Finding("R301", Severity.ERROR, Where("applications"), 1, 2, "依据", "说明。", "办法。")
    assert REPORT.with_findings((finding,)).findings == (finding,)
    assert REPORT.findings == ()
    with pytest.raises(dataclasses.FrozenInstanceError):
        REPORT.year = 2024  # type: ignore[misc]
