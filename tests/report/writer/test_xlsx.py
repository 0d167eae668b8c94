"""The workbook: numbers as numbers, no formula, no link, prints on A4, the same bytes each time."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl  # type: ignore[import-untyped]
import pytest

from gongkai.report.document import CellValue
from gongkai.report.reader.reading import open_report
from gongkai.report.writer.formats import write as write_any
from gongkai.report.writer.xlsx import write
from tests.report.writer.test_layout import report_of
from tests.report.writer.test_prose import report_of as with_prose


def sheet_of(data: bytes) -> Any:
    """The one sheet, as another library reads it."""
    return openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]


def values(data: bytes) -> list[Any]:
    """Every value in the sheet."""
    return [cell.value for row in sheet_of(data).iter_rows() for cell in row if cell.value is not None]


def test_numbers_are_numbers_with_the_decimals_and_the_unit_of_print() -> None:
    report = report_of(
        proactive={("administrative_charge", "amount"): "12.50", ("licence", "decisions"): 7305}
    )
    table = replace(report.tables["proactive"], units={("licence", "decisions"): "件"})  # type: ignore[type-var]
    data = write(replace(report, tables={"proactive": table}))
    found = {
        cell.value: cell.number_format for row in sheet_of(data).iter_rows() for cell in row if cell.value
    }
    assert (found[12.5], found[7305]) == ("0.00", '0"件"')
    again = open_report("a.xlsx", data).reports[0].tables["proactive"]
    assert again is not None
    assert again.cells["administrative_charge", "amount"] == "12.50"
    assert (again.cells["licence", "decisions"], again.units["licence", "decisions"]) == (7305, "件")


@pytest.mark.parametrize("number", [10**17 + 1, 10**15 - 1, -4])
def test_no_digit_is_lost(number: int) -> None:
    cells: dict[tuple[str, str], CellValue] = {("licence", "decisions"): number}
    again = open_report("a.xlsx", write(report_of(proactive=cells))).reports[0]
    assert again.value(("proactive", "licence", "decisions")) == number


def test_a_text_is_never_a_formula() -> None:
    report = replace(with_prose(last="=1+1\n@甲"), title="=2+2", preamble=None)
    table = replace(report_of().tables["remedies"], cells={("reconsideration", "total"): "-"})  # type: ignore[type-var]
    data = write(replace(report, tables={"remedies": table}))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    assert not re.search("<f[ >]", parts["xl/worksheets/sheet1.xml"])
    assert 'quotePrefix="1"' in parts["xl/styles.xml"]
    cells = [c for row in sheet_of(data).iter_rows() for c in row if c.value in ("=2+2", "-")]
    assert {(c.data_type, c.quotePrefix) for c in cells} == {("s", True)}
    assert not [name for name in parts if "externalLink" in name or "vba" in name]
    assert "TargetMode" not in "".join(parts.values())


def test_it_prints_on_a4_with_official_fonts() -> None:
    data = write(replace(with_prose(), tables=report_of().tables))
    sheet = sheet_of(data)
    assert (sheet.page_setup.paperSize, sheet.page_setup.fitToHeight) == (9, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert round(sheet.page_margins.top * 25.4) == 37
    fonts = {cell.font.name for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert fonts == {"方正小标宋简体", "黑体", "仿宋_GB2312", "宋体"}


def test_a_paragraph_longer_than_a_row_can_be_high_is_whole() -> None:
    long = "公开工作的做法和成效，" * 120
    report = with_prose(last=long)
    assert open_report("a.xlsx", write(report)).reports[0].chapters[5].text == long
    heights = [row.height for row in sheet_of(write(report)).row_dimensions.values() if row.height]
    assert max(heights) <= 409


def test_one_report_makes_one_file() -> None:
    report = replace(with_prose(), tables=report_of().tables)
    assert write(report) == write(report)


@pytest.mark.libreoffice
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed (see .ci/packages)")
@pytest.mark.parametrize("to", ["xlsx", "html"])
def test_libreoffice_opens_it(tmp_path: Path, to: str) -> None:
    report = replace(with_prose(), tables=report_of().tables)
    (tmp_path / f"a.{to}").write_bytes(write_any(report, to))
    command = [
        "soffice",
        f"-env:UserInstallation={(tmp_path / 'home').as_uri()}",
        "--headless",
        "--convert-to",
        "pdf",
    ]
    result = subprocess.run(
        [*command, "--outdir", str(tmp_path), str(tmp_path / f"a.{to}")],
        capture_output=True, text=True, timeout=180, check=False,
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    assert "Error" not in result.stdout + result.stderr
    made = (tmp_path / "a.pdf").read_bytes()
    assert made.startswith(b"%PDF-")
    printed = open_report("a.pdf", made).reports[0]
    assert printed.title == report.title
    assert printed.value(("applications", "newly_received", "total")) == 0
