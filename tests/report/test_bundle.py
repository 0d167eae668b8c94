"""Everything in one archive: each report in every format that reads back, safe names, the same bytes."""

from __future__ import annotations

import csv
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.report.bundle import archive, entries, file_name, safe
from gongkai.report.reader.reading import open_report
from gongkai.report.together import Together
from gongkai.report.writer.formats import FORMATS
from gongkai.values.errors import OverLimit
from tests.report.papers.found import of, two_years

EVIL = "../../etc/passwd\x00甲:局*?"


def opened(data: bytes) -> zipfile.ZipFile:
    """The archive, every entry whole."""
    made = zipfile.ZipFile(io.BytesIO(data))
    assert made.testzip() is None
    return made


def test_every_report_comes_in_every_format_and_reads_back() -> None:
    reports = [of(year=2023, new=3), of(year=2024, new=5)]
    made = opened(archive(Together(reports)))
    for number, report in enumerate(reports, 1):
        for to in FORMATS:
            name = f"{number:02d}-青禾县司法局{report.year}年/年度报告.{to}"
            (back,) = open_report(name, made.read(name)).reports
            told, wanted = back.table("applications"), report.table("applications")
            assert told is not None
            assert wanted is not None
            assert dict(told.cells) == dict(wanted.cells)


def test_findings_data_comparison_and_explanation_are_in_it() -> None:
    made = opened(archive(Together([of(year=2023), of(year=2024)]), [("坏.pdf", "读不了。")]))
    names = made.namelist()
    assert {"全部问题.csv", "全部数据.jsonl", "数据说明.csv", "说明.txt"} <= set(names)
    assert len([name for name in names if name.startswith("年度对照-")]) == 4
    assert "坏.pdf：读不了。" in made.read("说明.txt").decode()
    assert made.read("全部数据.jsonl").decode().count("\n") == 3
    head = next(csv.reader(io.StringIO(made.read("全部问题.csv").decode("utf-8-sig"))))
    assert head[0] == "报告"


def test_roll_up_and_line_up_are_in_it() -> None:
    names = [name for name, _ in entries(Together([of("甲局"), of("乙局")]))]
    assert len([name for name in names if name.startswith(("下级汇总-", "各机关并列-"))]) == 8


def test_no_entry_tells_when_it_was_made() -> None:
    made = opened(archive(Together([of()])))
    assert {entry.date_time for entry in made.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_what_cannot_be_made_is_told_and_costs_nothing_else() -> None:
    outside = of(tables={"applications": {"otherwise": [1, 0, 0, 0, 0, 0, 1], "newly_received": [1] * 7}})
    made = opened(archive(Together([outside, of("乙局")])))
    assert "没有做成的文件" in made.read("说明.txt").decode()
    assert [name for name in made.namelist() if name.startswith("02-") and name.endswith(".pdf")]


def test_an_archive_has_its_limit() -> None:
    with pytest.raises(OverLimit, match="过大"):
        archive(Together([of()]), most=1_000)


def test_names_inside_are_no_paths() -> None:
    for name, _ in entries(Together([of(EVIL)])):
        assert not name.startswith("/")
        assert ".." not in name
        assert name.count("/") <= 1
        assert not set(name) & set('\x00\\:*?"<>|')


@given(st.text(max_size=200))
def test_any_name_becomes_a_safe_one(name: str) -> None:
    made = safe(name)
    assert 0 < len(made) <= 60
    assert not set(made) & set('/\\:*?"<>|\x00\n\r\t. ')


def test_a_paper_has_a_name_of_its_own() -> None:
    assert file_name(two_years(), "pdf") == "青禾县司法局-2023年与2024年对照.pdf"
