"""Published reports, with all that is odd in them, come back from every format with the same cells and texts."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from gongkai.report.document import AnnualReport
from gongkai.report.reader.reading import open_report
from gongkai.report.writer.formats import write
from gongkai.values.errors import FileError
from tests.report.writer.test_round_trip import cells, identity


@cache
def read(folder: Path) -> tuple[AnnualReport, ...]:
    """Every report with a table in the shared folder."""
    found: list[AnnualReport] = []
    for path in sorted(p for part in ("reports", "seeds") for p in (folder / part).rglob("*") if p.is_file()):
        try:
            found += open_report(path.name, path.read_bytes()).reports
        except FileError:
            continue
    return tuple(report for report in found if any(report.tables.values()))


def words(report: AnnualReport) -> list[str]:
    """The texts of the chapters; a tab in a text is as good as a space."""
    return [chapter.text.replace("\t", " ") for chapter in report.chapters]


@pytest.mark.parametrize("to", ["html", "xlsx", "csv", "json"])
def test_a_published_report_comes_back(shared: Path, to: str) -> None:
    reports = read(shared)
    assert len(reports) > 10
    for report in reports:
        (again,) = open_report(f"a.{to}", write(report, to)).reports
        assert cells(again) == cells(report), report.source.file
        assert words(again) == words(report), report.source.file
        assert identity(again) == identity(report)
