"""Findings, statements and facts of one report as rows for the page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from gongkai.report.checks.telling import cell_name
from gongkai.report.document import AnnualReport, Statement
from gongkai.tables.form import TABLES
from gongkai.values.dates import with_weekday
from gongkai.values.findings import Finding
from gongkai.web.portal.anchors import cell_id, finding_id, statement_mark_id
from gongkai.web.portal.answer import Fact, FindingRow, StatementRow
from gongkai.web.portal.filling import cells_of

BOUNDS = {"exact": "", "at_least": "不少于 ", "about": "约 ", "zero": ""}
VERDICTS = {
    "agrees": "一致",
    "differs": "不一致",
    "not_disclosure": "与公开工作无关",
    "unchecked": "表中无此数",
}
KINDS = {
    "government": "人民政府",
    "department": "政府部门",
    "justice": "司法行政机关",
    "vertical": "垂直管理部门",
    "township": "乡镇、街道",
    "delegated": "法律、法规授权的组织",
    "other": "其他",
}
AROUND = 40


def day(value: date | None) -> str:
    """A date as an office writes it, with the weekday; empty for none."""
    return "" if value is None else with_weekday(value)


def facts(report: AnnualReport) -> tuple[Fact, ...]:
    """What the report says of itself."""
    return (
        Fact("制作机关", report.organ or ""),
        Fact("机关类别", KINDS.get(report.organ_kind or "", "")),
        Fact("报告年度", f"{report.year}年" if report.year else ""),
        Fact("落款日期", day(report.dated_on)),
        Fact("发布日期", day(report.published_on)),
        Fact("适用格式", f"{report.edition}年格式（{report.form.source}）"),
    )


def chapters(report: AnnualReport) -> tuple[tuple[str, bool], ...]:
    """The six official chapters, and whether each was found."""
    return tuple((c.label, report.chapter(int(c.key)).found) for c in report.form.chapters)


def place_in_words(report: AnnualReport, finding: Finding) -> str:
    """Where a finding stands, for a person who looks at the original; what the message names is not
    said twice.
    """
    where = finding.where
    out = []
    chapter = where.chapter
    if where.table is not None:
        chapter = report.form.table(where.table).chapter
    if chapter is not None and report.form.chapters[chapter - 1].label not in finding.message:
        out.append(report.form.chapters[chapter - 1].label)
    if where.page is not None:
        out.append(f"第 {where.page} 页")
    if where.line is not None:
        out.append(f"第 {where.line} 行")
    return "，".join(out)


def finding_rows(
    report: AnnualReport, part: str, jumps: Mapping[str, str], with_tables: set[str]
) -> tuple[FindingRow, ...]:
    """Findings, gravest first; ``jumps``: id of the finding to an id in the source."""
    rows = []
    for number, finding in enumerate(by_rank(report), start=1):
        own = finding_id(part, number)
        cells = [c for c in cells_of(report, finding) if c[0] in with_tables]
        rows.append(
            FindingRow(
                id=own,
                number=number,
                code=finding.code,
                level=finding.severity.value,
                label=finding.severity.label,
                message=finding.message,
                clause=finding.clause,
                hint=finding.hint,
                place=place_in_words(report, finding),
                cell=cell_id(part, *cells[0]) if cells else "",
                source=jumps.get(own, ""),
            )
        )
    return tuple(rows)


def by_rank(report: AnnualReport) -> list[Finding]:
    """The report's findings, gravest first, otherwise in their order."""
    return sorted(report.findings, key=lambda f: f.severity.rank)


def statement_row(report: AnnualReport, part: str, statement: Statement) -> StatementRow:
    """One statement; its id, the words for its subject and its place in the source are put in by the
    caller.
    """
    text = report.chapter(statement.chapter).text
    start, end = statement.span
    against, target = _against(report, part, statement)
    return StatementRow(
        id="",
        before=_tail(text[:start]),
        said=text[start:end] or statement.text,
        after=_lead(text[end:]),
        subject="",
        value=f"{BOUNDS.get(statement.bound, '')}{statement.value} {statement.unit}".strip(),
        verdict=statement.verdict,
        label=VERDICTS.get(statement.verdict, statement.verdict),
        against=against,
        cell=target,
    )


def _against(report: AnnualReport, part: str, statement: Statement) -> tuple[str, str]:
    """What a figure was held against, in words, and the id to jump to."""
    path, expected = statement.against, _number(statement.expected)
    if path and path[0] in TABLES:
        table, rows, columns = path
        first = (table, rows.split("+")[0], columns.split("+")[0])
        target = cell_id(part, *first) if first in report.form.table(table).paths() else f"{part}-{table}"
        target = target if report.table(table) is not None else ""
        return f"{cell_name(report, table, rows, first[2])}为 {expected}", target
    if path and path[0] == "statement":
        target = f"{statement_mark_id(part, int(path[1]) + 1)}-row"
        words = "另一处写的是" if len(path) == 2 else "另外几处相加为"
        return (f"{words} {expected}" if statement.expected is not None else "与另外几处相合"), target
    return "", ""


def _number(value: int | str | None) -> str:
    return "空白" if value is None else str(value)


def _tail(text: str) -> str:
    """The end of what stands before a figure, back to the last full stop; dots where it was cut."""
    last = text.replace("\n", "").rpartition("。")[2].lstrip()
    return last if len(last) <= AROUND else "……" + last[-AROUND:]


def _lead(text: str) -> str:
    """The beginning of what stands after a figure, up to the next full stop; dots where it was cut."""
    before, stop, _ = text.replace("\n", "").partition("。")
    return before + stop if len(before) <= AROUND else before[:AROUND] + "……"
