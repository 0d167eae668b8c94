"""The page of several reports is made of the lines that it carries, and of nothing else."""

from __future__ import annotations

import json

import pytest

from gongkai.report.checks.registry import run
from gongkai.report.exchange import to_json
from gongkai.report.together import Choice
from gongkai.values.errors import Refused
from gongkai.web.portal.several import archive, failure_line, one_file, several
from tests.report.papers.found import of


def lines(*years: int) -> str:
    """The exchange lines of one organ's reports, and of a file that could not be read."""
    reports = (json.dumps(to_json(run(of(year=year, new=year - 2020))), ensure_ascii=False) for year in years)
    return "\n".join(reports) + "\n" + failure_line("坏.pdf", "damaged", "读不了。")


def test_entries_are_numbered_and_failures_stand_among_them() -> None:
    page = several(lines(2023, 2024), Choice())
    assert [(entry.number, entry.name, bool(entry.error)) for entry in page.entries] == [
        (1, "青禾县司法局2023年", False),
        (2, "青禾县司法局2024年", False),
        (3, "坏.pdf", True),
    ]
    assert [len(page.reports), len(page.failed)] == [2, 1]
    assert [shown.key for shown in page.papers] == ["compare-0-1"]


def test_ids_of_parts_and_drawings_do_not_meet() -> None:
    page = several(lines(2022, 2023, 2024), Choice())
    assert [shown.key for shown in page.papers] == ["compare-0-1", "compare-1-2", "years-0"]
    parts = {entry.part.id for entry in page.reports if entry.part}
    assert len(parts) == 3


def test_more_pairs_than_are_shown_are_counted() -> None:
    assert several(lines(*range(2019, 2025)), Choice()).more == 2


def test_a_view_shows_its_own_papers_alone() -> None:
    told = lines(2022, 2023, 2024)
    page = several(told, Choice(pair=(0, 2)), "compare")
    assert [shown.key for shown in page.papers] == ["compare-0-2"]
    assert several(told, Choice(), "rollup").papers == ()


def test_a_separator_inside_a_text_parts_no_line() -> None:
    told = json.dumps(to_json(of(text="一句\u2028两句\x85。")), ensure_ascii=False) + "\n"
    assert len(several(told, Choice()).reports) == 1


@pytest.mark.parametrize(
    ("wanted", "name", "head"),
    [
        ("report-0.docx", "青禾县司法局2023年年度报告.docx", b"PK"),
        ("report-1.pdf", "青禾县司法局2024年年度报告.pdf", b"%PDF"),
        ("compare-0-1.csv", "青禾县司法局-2023年与2024年对照.csv", b"\xef\xbb\xbf"),
    ],
)
def test_one_file_alone(wanted: str, name: str, head: bytes) -> None:
    made, data = one_file(lines(2023, 2024), Choice(), wanted)
    assert made == name
    assert data.startswith(head)


@pytest.mark.parametrize(
    "wanted",
    ["", "report-9.pdf", "report-0.exe", "compare-0-9.pdf", "compare-0-1.docx", "../x.pdf", "report--1.pdf"],
)
def test_a_file_that_there_is_not_is_refused(wanted: str) -> None:
    with pytest.raises(Refused, match="没有这个文件"):
        one_file(lines(2023, 2024), Choice(), wanted)


def test_the_archive_is_one() -> None:
    assert archive(lines(2024), Choice()).startswith(b"PK")


def test_lines_of_another_shape_are_refused_with_a_sentence() -> None:
    with pytest.raises(Refused):
        several('{"schema": "gongkai/report/1", "source": {"file": "a"}, "edition": "1999"}\n', Choice())
