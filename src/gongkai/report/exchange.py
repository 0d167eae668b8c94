"""The exchange form: an :class:`AnnualReport` as the JSON object that other programs read.

Names, nesting and meaning of the keys are an interface (``gongkai/report/1``): keys may be added, none
changed. Cells keep their four values: an absent key, ``null``, an integer, a string. Nothing is filled in.
The way back is :mod:`gongkai.report.exchange_back`; ``from_json(to_json(report)) == report`` but for what is
not carried: the places of cells and paragraphs in the file (findings carry page and line of their own).

Beside the keys of the interface stand ``preamble`` (prose before chapter one), ``printed`` (labels and units
as the file prints them) and, in a statement, ``expected``, ``scope`` and ``period``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gongkai.report.document import AnnualReport, CellKey, CellValue, Chapter, Flag, Statement, Table
from gongkai.report.exchange_back import from_json
from gongkai.tables.form import TABLES, Form

__all__ = ["SCHEMA", "from_json", "to_json"]

SCHEMA = "gongkai/report/1"
"""The name of this form, in every object's ``schema``."""

CHAPTER_NUMBERS = tuple(range(1, 7))


def to_json(report: AnnualReport) -> dict[str, Any]:
    """The report as a JSON-ready object, keys in the order of the interface, findings included."""
    official = report.form
    out: dict[str, Any] = {
        "schema": SCHEMA,
        "source": {
            "file": report.source.file,
            "format": report.source.format,
            "sha256": report.source.sha256,
        },
    }
    if report.part is not None:
        out["part"] = {"index": report.part[0], "of": report.part[1]}
    out |= {
        "organ": report.organ,
        "organ_kind": report.organ_kind,
        "title": report.title,
        "year": report.year,
        "edition": report.edition,
        "dated_on": report.dated_on.isoformat() if report.dated_on else None,
        "published_on": report.published_on.isoformat() if report.published_on else None,
        "chapters": [_chapter(report.chapter(n)) for n in CHAPTER_NUMBERS],
        "preamble": _chapter(report.preamble) if report.preamble else None,
        "tables": {key: _rows(report.table(key), official) for key in TABLES},
        "printed": _all_printed(report, official),
        "other_tables": [_other(table, official) for table in report.other_tables],
        "flags": [_flag(flag) for flag in report.flags],
        "statements": [_statement(statement) for statement in report.statements],
        "findings": [finding.as_json() for finding in report.findings],
    }
    return out


def nested(cells: Mapping[CellKey, CellValue]) -> dict[str, dict[str, CellValue]]:
    """Cells by (row, column) as ``{row: {column: value}}``, in the order given."""
    out: dict[str, dict[str, CellValue]] = {}
    for (row, column), value in cells.items():
        out.setdefault(row, {})[column] = value
    return out


def _chapter(chapter: Chapter) -> dict[str, Any]:
    return {
        "number": chapter.number,
        "title": chapter.title,
        "found": chapter.found,
        "text": chapter.text,
    }


def _rows(table: Table | None, official: Form) -> dict[str, dict[str, CellValue]] | None:
    """Rows in the order of the form; the unit of an amount stands beside it as ``unit``."""
    if table is None:
        return None
    found = nested(table.cells)
    for row, _, unit in _amount_units(table, official):
        found.setdefault(row, {})["unit"] = unit
    shape = official.table(table.key)
    order = {label.key: i for i, label in enumerate((*shape.rows, *shape.columns))}

    def place(key: str) -> int:
        return order.get(key, len(order))

    return {
        row: {c: found[row][c] for c in sorted(found[row], key=place)} for row in sorted(found, key=place)
    }


def _amount_units(table: Table, official: Form) -> list[tuple[str, str, str]]:
    amounts = {column.key for column in official.table(table.key).columns if column.kind == "amount"}
    return [(row, column, unit) for (row, column), unit in table.units.items() if column in amounts]


def _printed(table: Table, official: Form) -> dict[str, Any]:
    """Labels as printed, and units of cells other than amounts; only what there is."""
    amounts = {(row, column) for row, column, _ in _amount_units(table, official)}
    units = {key: unit for key, unit in table.units.items() if key not in amounts}
    out: dict[str, Any] = {}
    if table.labels:
        out["labels"] = dict(table.labels)
    if units:
        out["units"] = nested(units)
    return out


def _all_printed(report: AnnualReport, official: Form) -> dict[str, Any]:
    tables = ((key, report.table(key)) for key in TABLES)
    said = {key: _printed(table, official) for key, table in tables if table is not None}
    return {key: value for key, value in said.items() if value}


def _other(table: Table, official: Form) -> dict[str, Any]:
    return {"table": table.key, "rows": _rows(table, official), "printed": _printed(table, official)}


def _flag(flag: Flag) -> dict[str, Any]:
    return {
        "where": list(flag.where),
        "why": flag.why,
        "readings": [{"cells": nested(r.cells), "by": r.by, "taken": r.taken} for r in flag.readings],
    }


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "subject": statement.subject,
        "value": statement.value,
        "unit": statement.unit,
        "bound": statement.bound,
        "chapter": statement.chapter,
        "span": list(statement.span),
        "text": statement.text,
        "verdict": statement.verdict,
        "against": list(statement.against),
        "expected": statement.expected,
        "scope": statement.scope,
        "period": statement.period,
    }
