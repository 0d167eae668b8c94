"""Statements of the prose that do not agree with a table or with each other, sorted to the rules of the
fives.

The judging itself is done where statements are read (``gongkai.report.statements``); a statement of verdict
``differs`` comes here. One that was held against a cell the reader could not settle is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from gongkai.report.checks.cells import settled
from gongkai.report.checks.check import Check
from gongkai.report.checks.prose import at_span
from gongkai.report.checks.telling import (
    cell_name,
    column_name,
    found,
    inside,
    place_name,
    row_name,
    table_name,
)
from gongkai.report.document import AnnualReport, Statement
from gongkai.tables.form import TABLES
from gongkai.values.findings import Finding, Severity, Where

_SIGN = re.compile("[+-]")
CELL, ZERO, TEXT, SHARE, DONE, FEE = "cell", "zero", "text", "share", "done", "fee"


def differing(report: AnnualReport, kind: str) -> Iterator[Statement]:
    """The statements of one kind that do not agree with what they were held against."""
    for statement in report.statements:
        if statement.verdict == "differs" and kind_of(statement) == kind and _usable(report, statement):
            yield statement


def kind_of(statement: Statement) -> str:
    """Which rule of the fives a differing statement belongs to."""
    against_cell = _against_cell(statement)
    if statement.unit in ("%", "％"):
        return SHARE
    if against_cell and statement.bound == "zero":
        return DONE if statement.against[1] == "carried_forward" else ZERO
    if against_cell:
        return CELL
    return FEE if statement.subject.split(".")[0] == "fee" else TEXT


def _against_cell(statement: Statement) -> bool:
    return len(statement.against) == 3 and statement.against[0] in TABLES


def _usable(report: AnnualReport, statement: Statement) -> bool:
    """False where a cell that the statement was held against is not settled."""
    if not _against_cell(statement):
        return True
    table, rows, columns = statement.against
    return all(
        settled(report, table, row, column)
        for key in _SIGN.split(rows)
        for row in _members(report, table, key)
        for column in columns.split("+")
    )


def _members(report: AnnualReport, table: str, row: str) -> list[str]:
    """A row itself, or the rows of a group."""
    return [r.key for r in report.form.table(table).rows if row in (r.key, r.group)]


def quoted(statement: Statement) -> str:
    """The words of the statement without the line breaks of the print."""
    return inside("".join(statement.text.split()))


def place_of(report: AnnualReport, statement: Statement) -> Where:
    """The span in the chapter, together with the cell where there is one."""
    chapter = report.chapter(statement.chapter) if statement.chapter else report.preamble
    spot = at_span(chapter, statement.span) if chapter is not None else Where()
    if not _against_cell(statement):
        return spot
    table, row, column = statement.against
    official = report.form.table(table)
    return replace(
        spot,
        table=table,
        row=row if any(r.key == row for r in official.rows) else None,
        column=column if any(c.key == column for c in official.columns) else None,
    )


def told_in(report: AnnualReport, statement: Statement) -> str:
    """Where the words stand, as a reader names it."""
    return place_name(report, statement.chapter)


def difference(statement: Statement) -> str:
    """By how much the statement and what it was held against differ; empty where either is no whole
    number.
    """
    if isinstance(statement.value, int) and isinstance(statement.expected, int):
        return f"，相差 {abs(statement.value - statement.expected)}{_measure(statement)}"
    return ""


def _measure(statement: Statement) -> str:
    return f" {statement.unit}" if statement.unit not in ("", "%", "％") else statement.unit


def against_cell(report: AnnualReport, check: Check, statement: Statement, hint: str) -> Finding:
    """The finding for a statement that a cell contradicts; about and at least are only warned of."""
    table = statement.against[0]
    firm = statement.bound in ("exact", "zero")
    return found(
        check,
        place_of(report, statement),
        f"{told_in(report, statement)}写“{quoted(statement)}”，而{table_name(report, table)}"
        f"{cell_of(report, statement)}为 {_shown(statement.expected)}{difference(statement)}。",
        hint,
        said=statement.value,
        expected=statement.expected,
        severity=None if firm else Severity.WARNING,
    )


def cell_of(report: AnnualReport, statement: Statement) -> str:
    """The cell, or the sum of cells, that a statement was held against."""
    table, row, column = statement.against
    if any(r.key == row for r in report.form.table(table).rows) and "+" not in column:
        return cell_name(report, table, row, column)
    return f"“{row_name(report, table, row)}”各行“{column_name(report, table, column)}”列合计"


def _shown(value: int | str | None) -> str:
    return "空白" if value is None else str(value)


def against_text(report: AnnualReport, check: Check, statement: Statement, hint: str) -> Finding:
    """The finding for a statement that other words of the report contradict."""
    return found(
        check,
        place_of(report, statement),
        f"{told_in(report, statement)}写“{quoted(statement)}”，{_other(report, statement)}"
        f"应为 {_shown(statement.expected)}{_measure(statement)}{difference(statement)}。",
        hint,
        said=statement.value,
        expected=statement.expected,
        severity=None if statement.bound in ("exact", "zero") else Severity.WARNING,
    )


def _other(report: AnnualReport, statement: Statement) -> str:
    """The statement or statements that this one was held against; else the computation from the same text."""
    others = [
        report.statements[int(index)]
        for index in statement.against[1:]
        if index.isdecimal() and int(index) < len(report.statements)
    ]
    if len(others) == 1:
        return f"按{told_in(report, others[0])}的“{quoted(others[0])}”，"
    if others:
        return f"文中所列各项（{'、'.join(str(other.value) for other in others)}）相加，"
    return "按文中所列各项计算，"
