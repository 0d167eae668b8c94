"""What is written reads back: equal tables, equal texts, the four values of a cell, no new finding."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from gongkai.report.checks.registry import run
from gongkai.report.document import AnnualReport
from gongkai.report.reader.reading import open_report
from gongkai.report.writer.formats import FORMATS, write
from gongkai.tables.form import TABLES
from tests.report.writer.printed_reports import printed_reports

EXAMPLES = {"html": 60, "xlsx": 25, "json": 40, "csv": 60, "docx": 25, "pdf": 40}


def cells(report: AnnualReport) -> dict[str, dict[tuple[str, str], object] | None]:
    """The values of every table, None for one that is not there."""
    found = {key: report.table(key) for key in TABLES}
    return {key: dict(table.cells) if table else None for key, table in found.items()}


def texts(report: AnnualReport) -> list[tuple[int, bool, str, str]]:
    """The chapters: number, whether found, title, text."""
    return [(c.number, c.found, c.title, c.text) for c in report.chapters]


def told(report: AnnualReport) -> set[tuple[str, ...]]:
    """What the checks find in a report, and in which cell, wherever it stands in a file."""
    found = ((f.code, f.where.table, f.where.row, f.where.column) for f in run(report).findings)
    return {tuple(map(str, one)) for one in found}


def days(report: AnnualReport) -> tuple[object, ...]:
    """The day under the signature and the day of publication."""
    return (report.dated_on, report.published_on)


def identity(report: AnnualReport) -> tuple[object, ...]:
    """Whose report it is, and of when."""
    return (report.title, report.organ, report.organ_kind, report.year, report.edition, *days(report))


@pytest.mark.parametrize("to", FORMATS)
def test_every_format_reads_back_equal(to: str) -> None:
    @settings(max_examples=EXAMPLES[to], deadline=None, suppress_health_check=list(HealthCheck))
    @given(printed_reports())
    def comes_back(report: AnnualReport) -> None:
        again = open_report(f"a.{to}", write(report, to)).reports
        assert len(again) == 1
        assert cells(again[0]) == cells(report)
        assert texts(again[0]) == texts(report)
        assert identity(again[0]) == identity(report)
        assert told(again[0]) - told(report) == set()

    comes_back()
