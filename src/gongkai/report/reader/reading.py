"""One file in, its reports out: the door of the reader.

>>> from gongkai.report.reader.reading import open_report
>>> open_report("a.txt", "云州市司法局2024年政府信息公开工作年度报告".encode()).reports[0].year
2024
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from importlib import import_module

from gongkai.files.limits import Limits
from gongkai.files.sniff import Kind
from gongkai.report.document import AnnualReport, Source
from gongkai.report.reader import understand
from gongkai.report.reader.blocks import Document
from gongkai.report.reader.formats import to_document
from gongkai.report.reader.made_here import without_needless_doubt
from gongkai.report.reader.parts import parts_of
from gongkai.report.reader.second import settle_with


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as read: its blocks (None for our own JSON and tables), and its reports, at least one."""

    document: Document | None
    reports: tuple[AnnualReport, ...]


def open_report(name: str, data: bytes, limits: Limits | None = None) -> Reading:
    """Read every report in a file; raises :class:`gongkai.values.errors.FileError` where it cannot."""
    bounds = limits or Limits()
    digest = hashlib.sha256(data).hexdigest()
    kind, document = to_document(name, data, bounds)
    if document is None:
        own = import_module(f"gongkai.report.reader.{'tidy' if kind == Kind.CSV else 'own'}")
        return Reading(None, tuple(own.reports(data, name)))
    source = Source(name, kind, digest)

    def read(blocks: Document) -> list[AnnualReport]:
        parts = (understand.report(part, blocks, source) for part in parts_of(blocks))
        return [without_needless_doubt(part, kind, data, bounds) for part in parts]

    found = read(document)
    if kind == Kind.DOC:
        from gongkai.report.reader.doc import second_opinion  # noqa: PLC0415

        document, found = settle_with(document, found, lambda: second_opinion(data, bounds), read)
    found = _once(found)
    if len(found) > 1:
        found = [replace(r, part=(i + 1, len(found))) for i, r in enumerate(found)]
    return Reading(document, tuple(found))


def _once(reports: list[AnnualReport]) -> list[AnnualReport]:
    """Reports that say the same word for word (a page for desks and for phones) are one."""
    out: list[AnnualReport] = []
    for report in reports:
        if not any(_says(report) == _says(known) for known in out):
            out.append(report)
    return out


def _says(report: AnnualReport) -> tuple[object, ...]:
    cells = [dict(table.cells) if table else None for table in report.tables.values()]
    return (report.year, cells, [chapter.text for chapter in report.chapters])
