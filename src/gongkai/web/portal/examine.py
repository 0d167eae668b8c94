"""From bytes to the page's values: read, check, lay out. Runs in a guarded process and needs no Django.

This is the one visible line of the page: *bytes → readings → checked reports → tables, findings, source*.
"""

from __future__ import annotations

import json
from dataclasses import replace

from gongkai.files.limits import Limits
from gongkai.report.checks.registry import run
from gongkai.report.document import AnnualReport, Place, Statement
from gongkai.report.exchange import to_json
from gongkai.report.reader.blocks import Document
from gongkai.report.reader.reading import open_report
from gongkai.values.errors import Refused
from gongkai.values.findings import Finding
from gongkai.web.portal.anchors import finding_id, finding_mark_id, part_id, statement_mark_id
from gongkai.web.portal.answer import Answer, Part, StatementRow
from gongkai.web.portal.filling import cells_of, sheets
from gongkai.web.portal.marks import Mark, only_shown, settled, span_mark, target_of
from gongkai.web.portal.original import shown_ids, source
from gongkai.web.portal.subjects import subject_words
from gongkai.web.portal.telling import by_rank, chapters, facts, finding_rows, statement_row

FORMATS = {
    "html": "网页",
    "docx": "Word 文档",
    "doc": "Word 97 文档或 WPS 文档",
    "pdf": "PDF 文件",
    "xlsx": "电子表格",
    "md": "Markdown 文本",
    "txt": "纯文本",
    "json": "本系统的 JSON 数据",
    "csv": "本系统的 CSV 数据",
    "scan": "扫描件（文字识别）",
}
VERDICT_LEVEL = {"agrees": "agrees", "differs": "differs"}


def examine(name: str, data: bytes, limits: Limits) -> Answer:
    """Read and check a file; raises :class:`~gongkai.values.errors.FileError` where it cannot be taken."""
    reading = open_report(name, data, limits)
    if not any(map(is_report, reading.reports)):
        raise Refused(
            "no_report",
            "文件可以打开，但没有从中找到政府信息公开工作年度报告。请确认选对了文件，报告正文没有做成图片。",
        )
    reports = tuple(run(report) for report in reading.reports)
    return lay_out(name, reading.document or Document(reports[0].source.format), reports)


def is_report(report: AnnualReport) -> bool:
    """False for a file of another kind: no table, no chapter, no title was found."""
    tables = any(table is not None for table in report.tables.values())
    return tables or report.title is not None or any(chapter.found for chapter in report.chapters)


def exchange_lines(reports: tuple[AnnualReport, ...]) -> str:
    """What ``gongkai check --json`` prints: one object a line."""
    return "".join(json.dumps(to_json(report), ensure_ascii=False) + "\n" for report in reports)


def lay_out(name: str, document: Document, reports: tuple[AnnualReport, ...]) -> Answer:
    """The page's values for checked reports of one file."""
    wanted = [m for i, report in enumerate(reports, 1) for m in marks(report, part_id(i), document)]
    places = settled(wanted, document)
    blocks, cut = source(document, places)
    shown = shown_ids(blocks)
    jumps = only_shown(places.ids, shown)
    return Answer(
        file=name,
        format=FORMATS.get(document.format, document.format),
        parts=tuple(part_of(report, part_id(i), jumps, shown) for i, report in enumerate(reports, 1)),
        source=blocks,
        cut=cut,
        exchange=exchange_lines(reports),
        notes=tuple(document.notes),
    )


def marks(report: AnnualReport, part: str, document: Document) -> list[Mark]:
    """Every place of a report that the source shall show."""
    out = [_finding_mark(report, part, n, f, document) for n, f in enumerate(by_rank(report), start=1)]
    for number, statement in enumerate(report.statements, start=1):
        key = statement_mark_id(part, number)
        mark = Mark(key, VERDICT_LEVEL.get(statement.verdict, "said"), f"{key}-row")
        out.append(span_mark(mark, report.chapter(statement.chapter), statement.span, document))
    return [mark for mark in out if mark is not None]


def _finding_mark(
    report: AnnualReport, part: str, number: int, finding: Finding, document: Document
) -> Mark | None:
    """The mark of a finding: the words of its span, else its first cell, else its block."""
    where = finding.where
    mark = Mark(finding_mark_id(part, number), finding.severity.value, finding_id(part, number))
    if where.chapter is not None and where.span is not None:
        return span_mark(mark, report.chapter(where.chapter), where.span, document)
    for table, row, column in cells_of(report, finding)[:1]:
        known = report.table(table)
        target = target_of(known.places.get((row, column)) if known else None, document)
        if target is not None:
            return replace(mark, target=target)
    target = target_of(Place(block=where.block), document)
    return replace(mark, target=target) if target is not None else None


def _told(
    report: AnnualReport, part: str, number: int, statement: Statement, jumps: dict[str, str]
) -> StatementRow:
    mark = statement_mark_id(part, number)
    row = statement_row(report, part, statement)
    words = subject_words(statement.subject)
    return replace(row, id=f"{mark}-row", subject=words, source=jumps.get(mark, ""))


def part_of(report: AnnualReport, part: str, jumps: dict[str, str], shown: set[str]) -> Part:
    """One report for the page; ``jumps``: key of a mark to its id, ``shown``: ids in the source."""
    on_cells: dict[tuple[str, ...], tuple[str, str, int]] = {}
    to_source: dict[str, str] = {}
    for number, finding in enumerate(by_rank(report), start=1):
        own = finding_id(part, number)
        if finding_mark_id(part, number) in jumps:
            to_source[own] = jumps[finding_mark_id(part, number)]
        for cell in cells_of(report, finding):
            on_cells.setdefault(cell, (finding.severity.value, own, number))
    tables = {key for key, table in report.tables.items() if table is not None}
    return Part(
        id=part,
        title=report.title or "未读到标题",
        facts=facts(report),
        chapters=chapters(report),
        sheets=sheets(report, part, on_cells, shown),
        findings=finding_rows(report, part, to_source, tables),
        statements=tuple(
            _told(report, part, number, statement, jumps)
            for number, statement in enumerate(report.statements, start=1)
        ),
    )
