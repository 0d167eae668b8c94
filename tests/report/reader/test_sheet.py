"""Workbooks as print shows them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from gongkai.files.limits import Limits
from gongkai.report.reader.blocks import Document, Grid, Paragraph
from gongkai.report.reader.sheet import blocks
from gongkai.values.errors import FileError


def book(fill: Callable[[Any, Any], None]) -> bytes:
    """A workbook that ``fill`` writes (workbook, first sheet)."""
    stream = io.BytesIO()
    made = xlsxwriter.Workbook(stream)
    fill(made, made.add_worksheet("甲"))
    made.close()
    return stream.getvalue()


def shown(document: Document) -> list[str | list[list[str]]]:
    """Texts of paragraphs and grids in order."""
    return [
        i.text if isinstance(i, Paragraph) else [[c.text for c in r] for r in i.rows] for i in document.items
    ]


def test_a_report_in_one_sheet() -> None:
    def fill(made: Any, sheet: Any) -> None:
        box = made.add_format({"border": 1})
        sheet.merge_range("A1:D1", "甲局年报", made.add_format())
        sheet.write("A2", "二、主动公开")
        sheet.merge_range("A3:D3", "第一项", box)
        sheet.write_row("A4", ["信息内容", "制发", "废止", "有效"], box)
        sheet.write_row("A5", ["规章", 1, 2, 3], box)
        sheet.write("A6", "三、收到和处理")
        sheet.merge_range("A7:B8", "项", box)
        sheet.write_row("C7", ["甲", "乙"], box)
        sheet.write_row("C8", [0, None], box)
        sheet.write("A10", "六、其他")

    document = blocks(book(fill))
    assert shown(document) == [
        "甲局年报",
        "二、主动公开",
        [["第一项"], ["信息内容", "制发", "废止", "有效"], ["规章", "1", "2", "3"]],
        "三、收到和处理",
        [["项", "甲", "乙"], ["0", ""]],
        "六、其他",
    ]
    grid = document.items[4]
    assert isinstance(grid, Grid)
    assert [(c.column, c.colspan, c.rowspan) for c in grid.rows[0]] == [(0, 2, 2), (2, 1, 1), (3, 1, 1)]
    assert [c.column for c in grid.rows[1]] == [2, 3]


def test_values_come_as_print_shows_them() -> None:
    def fill(made: Any, sheet: Any) -> None:
        def form(pattern: str) -> Any:
            return made.add_format({"num_format": pattern})

        sheet.write_row("A1", [3, 3.0, 2.5, 0.1 + 0.2, "１２", "甲\n乙"])
        sheet.write("A2", 12.5, form("0.00"))
        sheet.write("B2", 1234, form("#,##0"))
        sheet.write("C2", 0.125, form("0.0%"))
        sheet.write_datetime("D2", date(2025, 1, 20), form("yyyy-mm-dd"))
        sheet.write_datetime("E2", date(2025, 1, 20), form('yyyy"年"m"月"d"日"'))
        sheet.write_formula("F2", "=1+1", None, 2)

    assert shown(blocks(book(fill))) == [
        [
            ["3", "3", "2.5", "0.3", "１２", "甲\n乙"],
            ["12.50", "1234", "12.5%", "2025-01-20", "2025年1月20日", "2"],
        ]
    ]


def test_hidden_sheets_rows_and_columns_are_left_out_and_noted() -> None:
    def fill(made: Any, sheet: Any) -> None:
        sheet.write_row("A1", ["规章", 9, 1])
        sheet.write_row("A2", ["旧", 9, 9])
        sheet.write_row("A3", ["许可", 9, 2])
        sheet.set_row(1, None, None, {"hidden": True})
        sheet.set_column("B:B", None, None, {"hidden": True})
        made.add_worksheet("藏").write("A1", "x")
        made.worksheets()[1].hide()

    document = blocks(book(fill))
    assert shown(document) == [[["规章", "1"], ["许可", "2"]]]
    assert len(document.notes) == 2
    assert any("藏" in note for note in document.notes)


def test_several_sheets_come_in_order_under_their_names() -> None:
    def fill(made: Any, sheet: Any) -> None:
        sheet.write_row("A1", ["规章", 1])
        made.add_worksheet("空")
        made.add_worksheet("乙").write_row("A1", ["许可", 2])

    assert shown(blocks(book(fill))) == ["甲", [["规章", "1"]], "乙", [["许可", "2"]]]


def test_a_formula_without_a_saved_result_is_noted() -> None:
    made = openpyxl.Workbook()
    made.active.append(["规章", "=1+1"])
    stream = io.BytesIO()
    made.save(stream)
    assert any("公式" in note for note in blocks(stream.getvalue()).notes)
    assert not blocks(book(lambda _, sheet: sheet.write_formula("A1", "=1+1", None, 2))).notes


def test_cells_are_bounded() -> None:
    data = book(lambda _, sheet: sheet.write_row("A1", range(50)))
    assert shown(blocks(data, Limits(cells=50)))
    with pytest.raises(FileError) as caught:
        blocks(data, Limits(cells=49))
    assert caught.value.code == "too_many_cells"


def test_a_merge_over_the_whole_sheet_is_refused_before_it_is_spread_out() -> None:
    good = book(lambda made, sheet: sheet.merge_range("A1:B2", "x", made.add_format()))
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(good)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"A1:B2", b"A1:XFD1048576"))
    with pytest.raises(FileError) as caught:
        blocks(made.getvalue())
    assert caught.value.code == "too_many_cells"
    assert blocks(good).items


def test_what_is_no_workbook_is_damaged() -> None:
    good = book(lambda _, sheet: sheet.write("A1", 1))
    for data in (b"", b"PK\x03\x04", good[:-40], good[: len(good) // 2]):
        with pytest.raises(FileError):
            blocks(data)
