"""Any table as CSV and XLSX: numbers are numbers, texts stay texts."""

from __future__ import annotations

import csv
import datetime as dt
import io
from decimal import Decimal
from typing import Any

import openpyxl
from hypothesis import given
from hypothesis import strategies as st

from gongkai.report.formula import unguarded
from gongkai.report.writer.rows import csv_rows, plain, xlsx_rows, xlsx_sheets

LINE = [
    "=cmd|x",
    3,
    Decimal("1.5"),
    dt.date(2026, 3, 2),
    None,
    True,
    dt.datetime(2026, 3, 2, 9, 5, tzinfo=dt.UTC),
]


def test_values() -> None:
    assert [plain(v) for v in LINE[3:]] == ["2026-03-02", "", "是", "2026-03-02 09:05:00"]


def test_csv() -> None:
    rows = list(csv.reader(io.StringIO(csv_rows(list("abcdefg"), [LINE]).decode("utf-8-sig"))))
    assert rows[1] == ["'=cmd|x", "3", "1.5", "2026-03-02", "", "是", "2026-03-02 09:05:00"]


def sheet(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data)).active


def test_xlsx() -> None:
    one = sheet(xlsx_rows("台账/2026", list("abcdefg"), [LINE]))
    assert one.title == "台账2026"
    assert [c.value for c in one[2]][:4] == ["=cmd|x", 3, 1.5, "2026-03-02"]
    assert one["A2"].data_type == "s"
    assert one.freeze_panes == "A2"
    assert sheet(xlsx_rows("", [], [])).title == "表"


@given(
    st.lists(
        st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), max_size=20), min_size=1, max_size=5
    )
)
def test_every_text_comes_back(texts: list[str]) -> None:
    rows = list(csv.reader(io.StringIO(csv_rows(texts, [texts]).decode("utf-8-sig"))))
    assert [unguarded(t) for t in rows[1]] == texts


def test_several_tables_in_one_workbook() -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx_sheets(("台账", ["甲"], [["1"]]), ("说明", ["乙"], []))))
    assert book.sheetnames == ["台账", "说明"]
    assert [book["台账"]["A2"].value, book["说明"]["A1"].value] == ["1", "乙"]
