"""How a finding names things: tables by chapter and title, rows and columns by their labels in the
official form.

No label is typed here; all come from :mod:`gongkai.tables.form`. Never 表二 or 表三, which everyone
counts differently.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from gongkai.report.checks.cells import doubted
from gongkai.report.checks.check import Check
from gongkai.report.document import AnnualReport
from gongkai.tables.form import Label, TableForm
from gongkai.values.errors import FormError
from gongkai.values.findings import Finding, Scalar, Severity, Where

_TERM = re.compile(r"([+-]?)([^+-]+)")
_SIGNS = {"": "", "+": "与", "-": "减"}
_ASIDE = re.compile(r"（[^（）]*）$")
SHOWN = 5
"""How many places a message lists before it only counts."""
FEWER = 3
"""How many of a larger number it then names, as examples."""


def short(label: str) -> str:
    """A label without the remark in brackets at its end."""
    return _ASIDE.sub("", label)


def table_name(report: AnnualReport, key: str) -> str:
    """The table by the chapter it stands in, as in 三、收到和处理政府信息公开申请情况表."""
    return f"{chapter_name(report, report.form.table(key).chapter)}表"


def chapter_name(report: AnnualReport, number: int) -> str:
    """The official title of a chapter."""
    return report.form.chapters[number - 1].label


def inside(text: str) -> str:
    """A text as it stands between quotation marks: its own marks become the inner ones."""
    return text.replace("“", "‘").replace("”", "’")


def place_name(report: AnnualReport, chapter: int) -> str:
    """A part of the prose as a reader names it; 0 is what stands before chapter one."""
    return f"“{chapter_name(report, chapter)}”部分" if chapter else "导语"


def _group(table: TableForm, key: str | None) -> str:
    if key is None or key == "outcomes":
        return ""
    return f"{short(table.group(key).label)}—"


def _row_or_group(table: TableForm, key: str) -> Label:
    try:
        return table.row(key)
    except FormError:
        return table.group(key)


def row_name(report: AnnualReport, table: str, row: str) -> str:
    """A row with the group it stands under; a group's own key, and sums such as ``a+b-c``, are named too."""
    official = report.form.table(table)
    names = ""
    for sign, key in _TERM.findall(row):
        try:
            label = _row_or_group(official, key)
        except FormError:
            name = key
        else:
            name = inside(f"{_group(official, label.group)}{short(label.label)}")
        names += (_SIGNS[sign] if names else "") + name
    return names


def column_name(report: AnnualReport, table: str, column: str) -> str:
    """A column with the group it stands under; several joined by ``+`` are named one after the other."""
    labels = [report.form.table(table).column(key) for key in column.split("+")]
    return "与".join(f"{c.group}—{short(c.label)}" if c.group else short(c.label) for c in labels)


def cell_name(report: AnnualReport, table: str, row: str, column: str) -> str:
    """Row and column of one cell; rows of one cell only are named by the row alone."""
    official = report.form.table(table)
    named = f"“{row_name(report, table, row)}”"
    known = any(candidate.key == row for candidate in official.rows)
    if known and len(official.columns_of(row)) == 1:
        return named
    return f"{named}行“{column_name(report, table, column)}”列"


def cell_names(report: AnnualReport, table: str, cells: Sequence[tuple[str, str]]) -> str:
    """The first few of several cells, then how many there are in all."""
    many = len(cells) > SHOWN
    shown = "、".join(
        cell_name(report, table, row, column) for row, column in cells[: FEWER if many else SHOWN]
    )
    return f"{shown}等 {len(cells)} 格" if many else shown


def found(
    check: Check,
    where: Where,
    message: str,
    hint: str,
    *,
    said: Scalar = None,
    expected: Scalar = None,
    severity: Severity | None = None,
    clause: str | None = None,
) -> Finding:
    """A finding of this check; severity and clause are the check's own unless told otherwise."""
    return Finding(
        code=check.code,
        severity=severity or check.severity,
        where=where,
        said=said,
        expected=expected,
        clause=clause or check.clause,
        message=message,
        hint=hint,
    )


def mark_doubt(
    report: AnnualReport, finding: Finding, table: str, cells: Sequence[tuple[str, str]]
) -> Finding:
    """Add to the hint that the reader had to choose between readings here, where it had to."""
    if not doubted(report, table, cells):
        return finding
    aside = "此处版式有歧义，读取时已在几种读法中取定一种，请先对照原件确认数字。"
    return replace(finding, hint=finding.hint + aside)
