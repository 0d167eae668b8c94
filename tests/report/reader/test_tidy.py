"""Our own tidy table comes back: after a spreadsheet has saved it, with several reports, and told where wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from gongkai.files.sniff import TIDY_HEADER
from gongkai.report.reader.reading import open_report
from gongkai.report.reader.tidy import reports
from gongkai.report.writer.csv import write
from gongkai.values.errors import Refused
from tests.report.writer.test_layout import report_of
from tests.report.writer.test_prose import report_of as with_prose

HEADER = ",".join(TIDY_HEADER)
REPORT = replace(with_prose(dated=date(2025, 1, 20)), tables=report_of().tables)
CELL = "云泽市水务局,2024,2021,applications,disclosed,total,,总计"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "gb18030"])
@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_it_comes_back_in_any_encoding_and_with_any_line_ends(encoding: str, end: str) -> None:
    text = write(REPORT).decode("utf-8-sig").replace("\r\n", end)
    (again,) = open_report("a.csv", text.encode(encoding)).reports
    assert (again.title, again.year, again.dated_on) == (REPORT.title, 2024, date(2025, 1, 20))
    assert again.source.format == "csv"
    for key, table in REPORT.tables.items():
        assert table is not None
        assert dict(again.tables[key].cells) == dict(table.cells)  # type: ignore[union-attr]
    assert [c.text for c in again.chapters] == [c.text for c in REPORT.chapters]


def test_several_reports_in_one_table() -> None:
    first, second = (write(replace(REPORT, year=year)).decode("utf-8-sig") for year in (2023, 2024))
    both = first + second.partition("\r\n")[2]
    found = open_report("a.csv", both.encode()).reports
    assert [(report.year, report.part) for report in found] == [(2023, (1, 2)), (2024, (2, 2))]


def test_an_unsettled_cell_is_flagged_and_a_unit_kept() -> None:
    rows = [f"{CELL},,unsettled,", CELL.replace("disclosed", "newly_received") + ",3,number,件"]
    (report,) = reports("\n".join([HEADER, *rows]).encode(), "a.csv")
    assert [flag.where for flag in report.flags] == [("applications", "disclosed")]
    table = report.tables["applications"]
    assert table is not None
    assert dict(table.cells) == {("disclosed", "total"): None, ("newly_received", "total"): 3}
    assert table.units == {("newly_received", "total"): "件"}


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("甲,2024,2021,applications,disclosed", "应有 11 列"),
        ("甲,二〇,2021,applications,disclosed,total,,总计,3,number,", "年度"),
        ("甲,2024,1999,applications,disclosed,total,,总计,3,number,", "格式版本"),
        ("甲,2024,2021,budget,disclosed,total,,总计,3,number,", "budget"),
        ("甲,2024,2021,applications,nothing,total,,总计,3,number,", "nothing"),
        ("甲,2024,2021,applications,disclosed,total,,总计,三,number,", "三"),
        ("甲,2024,2021,applications,disclosed,total,,总计,3,count,", "count"),
        ("甲,2024,2021,chapter,9,text,,,字,text,", "章号"),
        (f"{CELL},1,number,\n{CELL},2,number,", "重复"),
        ("", "没有数据"),
    ],
)
def test_what_contradicts_itself_is_refused_with_its_line(row: str, why: str) -> None:
    with pytest.raises(Refused) as refusal:
        reports(f"{HEADER}\n{row}\n".encode(), "a.csv")
    assert refusal.value.code == "bad_table"
    assert why in refusal.value.message
