"""A workbook and CSV in both encodings give the same cells; what is no such table is refused with the reason."""

from __future__ import annotations

import datetime as dt
import io

import openpyxl
import pytest

from gongkai.values.errors import FileError
from gongkai.web.backlog import sheets
from gongkai.web.backlog.sheets import sheet
from tests.web.backlog.table import FULL, OPEN, comma_separated, workbook


@pytest.mark.parametrize("data", [workbook(FULL, OPEN), comma_separated(FULL, OPEN)])
def test_both_kinds_give_the_same(data: bytes) -> None:
    found = sheet(data)
    assert [cells for _, cells in found.lines] == [FULL, OPEN]
    assert found.unknown == ()


def test_a_table_saved_on_an_old_machine() -> None:
    text = comma_separated(FULL).decode("utf-8-sig")
    assert [cells for _, cells in sheet(text.encode("gb18030")).lines] == [FULL]


def test_dates_and_numbers_of_a_spreadsheet_a_title_above_and_columns_besides() -> None:
    book = openpyxl.Workbook()
    page = book.active
    page.append(["2026年申请台账"])
    page.append(["序号", *FULL])
    page.append([1, *(dt.date.fromisoformat(v) if v.startswith("2026-") else v for v in FULL.values())])
    page.append([])
    page.append([2, *OPEN.values()])
    made = io.BytesIO()
    book.save(made)
    found = sheet(made.getvalue())
    assert dict(found.lines[0][1])["提交日期"].replace("年", "-").startswith("2026-")
    assert len(found.lines) == 2
    assert found.unknown == ("序号",)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("甲,乙\n1,2\n".encode(), "no_heads"),
        ("提交渠道,提交日期\n当面提交,2026-03-02\n".encode(), "no_column"),
        (",".join([*OPEN, "内容描述"]).encode() + b"\na,b,c,d,e,f\n", "two_columns"),
        ((",".join(OPEN) + "\n").encode(), "no_lines"),
        (b"\xff\xfe\0\0\x81", "not_a_table"),
        ((",".join(OPEN) + "\n" + "a" * 200_000).encode(), "not_a_table"),
    ],
)
def test_refusals(data: bytes, code: str) -> None:
    with pytest.raises(FileError) as refused:
        sheet(data)
    assert refused.value.code == code
    assert "请" in str(refused.value)


def test_the_bound_on_both_sides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "LINES", 2)
    assert len(sheet(comma_separated(FULL, OPEN)).lines) == 2
    with pytest.raises(FileError) as refused:
        sheet(comma_separated(FULL, OPEN, OPEN))
    assert refused.value.code == "too_many"
