"""Whole files in the layouts that crawls and dumps leave, each held against its truth.

Beside every file in ``layouts`` stands a TOML of what it prints, in reading order of the reports: title,
organ, year, edition, dates, the chapters that are there, a piece of their prose, and the rows of the tables.
In a row ``""`` is a blank cell; a row or a last cell that is not listed is not printed. ``open`` names the
rows that the print does not settle: there a flag must stand, and no other value than the printed one.
Everything in them is invented.
"""

from __future__ import annotations

import copy
import tomllib
from pathlib import Path
from typing import Any

import pytest

from gongkai.report.document import AnnualReport, CellValue
from gongkai.report.reader.reading import open_report
from gongkai.tables.form import TABLES, FormError, TableForm
from gongkai.tables.form import Path as CellPath

LAYOUTS = Path(__file__).parent / "layouts"
FILES = sorted(p for p in LAYOUTS.iterdir() if p.suffix != ".toml")
PLAIN = ("title", "organ", "year", "edition", "dated_on", "published_on")


def truth_of(file: Path) -> list[dict[str, Any]]:
    """The reports that a file prints."""
    reports: list[dict[str, Any]] = tomllib.loads(file.with_suffix(".toml").read_text(encoding="utf-8"))[
        "report"
    ]
    return reports


def reports_of(file: Path) -> list[AnnualReport]:
    """The reports that are read from a file."""
    return list(open_report(file.name, file.read_bytes()).reports)


def _columns(table: TableForm, row: str) -> tuple[str, ...]:
    try:
        table.row(row)
    except FormError:
        return tuple(c.key for c in table.columns)
    return table.columns_of(row)


def printed(truth: dict[str, Any], report: AnnualReport) -> dict[CellPath, CellValue]:
    """Every printed cell by path; a blank one is None."""
    out: dict[CellPath, CellValue] = {}
    for key in TABLES:
        for row, values in truth.get(key, {}).items():
            columns = _columns(report.form.table(key), row)
            for column, value in zip(columns, values, strict=False):
                out[(key, row, column)] = None if value == "" else value
    return out


def squeezed(text: str) -> str:
    """Without spaces and line breaks, brackets and commas of one width."""
    return "".join(text.split()).translate(str.maketrans("(),:", "（），："))


def wrong_cells(truth: dict[str, Any], report: AnnualReport) -> list[str]:
    """Cells that are not as printed, values that no one printed, rows wrongly settled or wrongly left open."""
    wanted, opened = printed(truth, report), {tuple(name.split("/", 1)) for name in truth.get("open", [])}
    out: list[str] = []
    for path, value in wanted.items():
        got, flagged = report.value(path), report.flagged(*path)
        unsettled = path[:2] in opened and flagged and got is None
        if got != value and not unsettled:
            out.append(f"{'.'.join(path)}: printed {value!r}, read {got!r}")
        elif flagged != (path[:2] in opened):
            out.append(f"{'.'.join(path)}: flagged is {flagged}")
    for key, table in report.tables.items():
        for cell, got in table.cells.items() if table else ():
            if got is not None and (key, *cell) not in wanted:
                out.append(f"{key}.{'.'.join(cell)}: not printed, read {got!r}")
    return out


def differences(truth: dict[str, Any], report: AnnualReport) -> list[str]:
    """In what a reading differs from the print, in words."""
    out = [
        f"{name}: printed {truth.get(name)!r}, read {getattr(report, name)!r}"
        for name in PLAIN
        if (name in truth or name.endswith("_on")) and getattr(report, name) != truth.get(name)
    ]
    there = [c.number for c in report.chapters if c.found]
    if there != truth.get("chapters", there):
        out.append(f"chapters: printed {truth['chapters']}, read {there}")
    for number, text in truth.get("prose", {}).items():
        if squeezed(text) not in squeezed(report.chapter(int(number)).text):
            out.append(f"prose of chapter {number} is not whole")
    return out + wrong_cells(truth, report)


@pytest.mark.parametrize("file", FILES, ids=lambda p: p.stem)
def test_layout(file: Path) -> None:
    """Read as printed."""
    truths, reports = truth_of(file), reports_of(file)
    assert len(reports) == len(truths)
    for truth, report in zip(truths, reports, strict=True):
        assert differences(truth, report) == []


def test_control_every_kind_of_difference_is_told() -> None:
    """A changed figure, a row that is not printed, a lost chapter, other prose, another date: each is named."""
    file = LAYOUTS / "page_dump_glued.txt"
    (truth,), (report,) = truth_of(file), reports_of(file)
    changed = copy.deepcopy(truth)
    changed["applications"]["newly_received"][0] += 1
    del changed["remedies"]["reconsideration"]
    changed |= {"chapters": [1, 2], "prose": {"1": "别的话"}, "dated_on": None, "open": ["proactive/licence"]}
    told = " ".join(differences(changed, report))
    for word in (
        "newly_received",
        "not printed",
        "chapters",
        "prose of chapter 1",
        "dated_on",
        "flagged is False",
    ):
        assert word in told


def test_every_layout_has_its_truth() -> None:
    """No truth without a file, no file without a truth."""
    assert {p.stem for p in FILES} == {p.stem for p in LAYOUTS.glob("*.toml")}
    assert len(FILES) >= 15
