"""A report as rows of the tables of :mod:`gongkai.corpus.columns`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from gongkai.corpus.columns import TABLES
from gongkai.corpus.prose import clauses
from gongkai.report.document import AnnualReport, CellValue
from gongkai.statute.deadlines import report_deadline
from gongkai.values.findings import Finding, Scalar, Severity

Rows = dict[str, Any]
"""One report: ``file``, ``part`` and for each table its columns as lists of equal length."""

_WIDEST = 2**63 - 1


def report_rows(file: str, report: AnnualReport) -> Rows:
    """All rows of one report, table by table, in the order of the form and of the text."""
    return {
        "file": file,
        "part": report.part[0] if report.part else 1,
        "reports": _columns("reports", [_report(report)]),
        "cells": _columns("cells", _cells(report)),
        "findings": _columns("findings", map(_finding, report.findings)),
        "statements": _columns("statements", _statements(report)),
        "clauses": _columns("clauses", clauses(report)),
    }


def failure_rows(file: str, code: str, reason: str) -> Rows:
    """The row of a file that could not be read: its code and the sentence for a person."""
    named = {"flags": 0, "errors": 0, "warnings": 0, "notices": 0, "failure": code, "reason": reason}
    row = tuple(named.get(column) for column in TABLES["reports"])
    empty = {table: _columns(table, []) for table in TABLES if table != "reports"}
    return {"file": file, "part": 0, "reports": _columns("reports", [row]), **empty}


def _columns(table: str, rows: Iterable[tuple[Any, ...]]) -> dict[str, list[Any]]:
    columns = list(zip(*rows, strict=True)) or [()] * len(TABLES[table])
    return {name: list(column) for name, column in zip(TABLES[table], columns, strict=True)}


def _report(report: AnnualReport) -> tuple[Any, ...]:
    deadline = None if report.year is None else report_deadline(report.organ_kind, report.year)
    met = [finding.severity for finding in report.findings]
    days = (report.dated_on, report.published_on, deadline.on if deadline else None)
    return (
        report.source.format, report.source.sha256, report.organ, report.organ_kind, report.title,
        report.year, report.edition, *(day.isoformat() if day else None for day in days), len(report.flags),
        *(met.count(severity) for severity in Severity), None, None,
    )  # fmt: skip


def _cells(report: AnnualReport) -> Iterator[tuple[Any, ...]]:
    doubted = bool(report.flags)  # two hundred calls a report that nearly always say no
    for key, table in report.tables.items():
        for (row, column), value in (table.cells if table else {}).items():
            yield key, row, column, *_value(value), doubted and report.flagged(key, row, column)


def _value(value: CellValue) -> tuple[str, int | None, str | None]:
    if value is None:
        return "blank", None, None
    if isinstance(value, str):
        return "text", None, value
    return ("number", value, None) if abs(value) <= _WIDEST else ("number", None, str(value))


def _finding(finding: Finding) -> tuple[Any, ...]:
    place = finding.where
    start, end = place.span or (None, None)
    return (
        finding.code, finding.severity.value, place.table, place.row, place.column, place.chapter, start, end,
        place.page, place.line, _text(finding.said), _text(finding.expected), finding.clause, finding.message,
        finding.hint,
    )  # fmt: skip


def _statements(report: AnnualReport) -> Iterator[tuple[Any, ...]]:
    for told in report.statements:
        yield (
            told.subject, str(told.value), told.unit, told.bound, told.chapter, *told.span, told.text,
            told.verdict, "/".join(told.against) or None, _text(told.expected),
        )  # fmt: skip


def _text(value: Scalar) -> str | None:
    return None if value is None else str(value)
