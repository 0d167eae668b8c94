"""A second opinion on an old Word file whose first reading does not add up.

Two converters are each known to lose tables that the other keeps. Where the arithmetic of the first fails or
a table is missing, the second is asked; the reading with fewer gaps and doubts stands, and a note says so.
Where both agree, it is the office that printed it so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from gongkai.report.document import AnnualReport
from gongkai.report.reader.blocks import Document
from gongkai.report.reader.builder import equations_of
from gongkai.report.reader.settle import failing
from gongkai.tables.form import TABLES

Read = Callable[[Document], list[AnnualReport]]
NOTE = "第一种读法的数字对不上，改用第二种读法（LibreOffice）的结果。"


def gaps(reports: Sequence[AnnualReport]) -> tuple[int, int]:
    """What speaks against a reading: tables not found, then equations that fail and flags."""
    missing = sum(report.table(key) is None for report in reports for key in TABLES)
    return missing, sum(_doubts(report) for report in reports)


def _doubts(report: AnnualReport) -> int:
    tables = [(key, report.table(key)) for key in TABLES]
    wrong = sum(failing(table.cells, equations_of(report.form, key)) for key, table in tables if table)
    return wrong + len(report.flags)


def settle_with(
    document: Document, reports: list[AnnualReport], ask: Callable[[], Document | None], read: Read
) -> tuple[Document, list[AnnualReport]]:
    """The reading that stands; ``ask`` is only called where the first one leaves something open."""
    against = gaps(reports)
    if against == (0, 0):
        return document, reports
    other = ask()
    if other is None:
        return document, reports
    again = read(other)
    if gaps(again) >= against:
        return document, reports
    other.notes.append(NOTE)
    return other, again
