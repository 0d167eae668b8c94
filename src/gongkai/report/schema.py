"""The JSON Schema (2020-12) of the exchange form, built from the forms: rows and columns are never typed
twice.

``gongkai schema`` prints it. A line of output is either a report or, where a file could not be read, a
failure.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from gongkai.report.exchange import SCHEMA
from gongkai.tables.form import EDITIONS, TABLES, TableForm, form
from gongkai.values.findings import Severity

DIALECT = "https://json-schema.org/draft/2020-12/schema"

ORGAN_KINDS = ("government", "department", "justice", "vertical", "township", "delegated", "other")
BOUNDS = ("exact", "at_least", "about", "zero")
VERDICTS = ("agrees", "differs", "not_disclosure", "unchecked")
READ_BY = ("label", "geometry", "equations")

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_MAYBE_TEXT: Schema = {"type": ["string", "null"]}
_WHOLE: Schema = {"type": "integer"}
_CELL: Schema = {"type": ["integer", "string", "null"]}
_MAYBE_DAY: Schema = {"type": ["string", "null"], "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_PATH: Schema = {"type": "array", "items": _TEXT}
_SPAN: Schema = {"type": "array", "items": {"type": "integer", "minimum": 0}, "minItems": 2, "maxItems": 2}
_LOOSE_CELLS: Schema = {
    "type": "object",
    "additionalProperties": {"type": "object", "additionalProperties": _CELL},
}


def schema(subjects: Mapping[str, str] | None = None) -> Schema:
    """The schema of one line of output; ``subjects`` (name to Chinese words) closes the list of
    ``subject``.
    """
    return {
        "$schema": DIALECT,
        "$id": f"urn:{SCHEMA.replace('/', ':')}",
        "title": "政府信息公开工作年度报告（交换格式）",
        "if": {"required": ["error"]},
        "then": {"$ref": "#/$defs/failure"},
        "else": {"$ref": "#/$defs/report"},
        "$defs": {
            "report": _report(),
            "failure": _failure(),
            "source": _source(),
            "chapter": _chapter(),
            "printed": _printed(),
            "flag": _flag(),
            "statement": _statement(),
            "finding": _finding(),
            "subject": _subject(subjects),
            **{table: _table([form(edition).table(table) for edition in EDITIONS]) for table in TABLES},
        },
    }


def _object(required: Mapping[str, Schema], optional: Mapping[str, Schema] | None = None) -> Schema:
    return {"type": "object", "required": list(required), "properties": {**required, **(optional or {})}}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _report() -> Schema:
    required: dict[str, Schema] = {
        "schema": {"const": SCHEMA},
        "source": _ref("source"),
        "organ": _MAYBE_TEXT,
        "organ_kind": {"enum": [*ORGAN_KINDS, None]},
        "title": _MAYBE_TEXT,
        "year": {"type": ["integer", "null"]},
        "edition": {"enum": list(EDITIONS)},
        "dated_on": _MAYBE_DAY,
        "published_on": _MAYBE_DAY,
        "chapters": {"type": "array", "items": _ref("chapter"), "minItems": 6, "maxItems": 6},
        "tables": _object({table: {"anyOf": [_ref(table), {"type": "null"}]} for table in TABLES}),
        "flags": _list(_ref("flag")),
        "statements": _list(_ref("statement")),
        "findings": _list(_ref("finding")),
    }
    optional: dict[str, Schema] = {
        "part": _object(
            {"index": {"type": "integer", "minimum": 1}, "of": {"type": "integer", "minimum": 1}}
        ),
        "preamble": {"anyOf": [_ref("chapter"), {"type": "null"}]},
        "printed": {"type": "object", "additionalProperties": _ref("printed")},
        "other_tables": _list(_object({"table": {"enum": list(TABLES)}, "rows": _LOOSE_CELLS})),
    }
    return _object(required, optional)


def _table(editions: Iterable[TableForm]) -> Schema:
    """Rows and columns of every edition, for a report of one may print a row of another (that is a finding).

    Each may be absent, none may be added.
    """
    rows: dict[str, Schema] = {}
    for table in editions:
        for row in table.rows:
            columns = {key: {**_CELL, "title": table.column(key).label} for key in table.columns_of(row.key)}
            if any(table.column(key).kind == "amount" for key in columns):
                columns["unit"] = {**_TEXT, "title": "金额单位，照报告所印"}
            known = rows.setdefault(row.key, {"type": "object", "title": row.label, "properties": {}})
            known["properties"] = {**columns, **known["properties"]}
            known["additionalProperties"] = False
    return {"type": "object", "properties": rows, "additionalProperties": False}


def _source() -> Schema:
    return _object({"file": _TEXT}, {"format": _MAYBE_TEXT, "sha256": _MAYBE_TEXT})


def _failure() -> Schema:
    return _object({"source": _ref("source"), "error": _object({"code": _TEXT, "message": _TEXT})})


def _chapter() -> Schema:
    return _object({"number": _WHOLE, "title": _TEXT, "found": {"type": "boolean"}, "text": _TEXT})


def _printed() -> Schema:
    labels = {"type": "object", "additionalProperties": _TEXT}
    return _object({}, {"labels": labels, "units": _LOOSE_CELLS})


def _flag() -> Schema:
    reading = _object({"cells": _LOOSE_CELLS, "by": _TEXT, "taken": {"type": "boolean"}})
    return _object({"where": _PATH, "why": _TEXT, "readings": _list(reading)})


def _statement() -> Schema:
    return _object(
        {
            "subject": _ref("subject"),
            "value": {"type": ["integer", "string"]},
            "unit": _TEXT,
            "bound": {"enum": list(BOUNDS)},
            "chapter": _WHOLE,
            "span": _SPAN,
            "text": _TEXT,
            "verdict": {"enum": list(VERDICTS)},
            "against": _PATH,
        },
        {"expected": _CELL, "scope": _MAYBE_TEXT, "period": _MAYBE_TEXT},
    )


def _finding() -> Schema:
    where: Iterable[str] = ("table", "row", "column")
    numbers: Iterable[str] = ("chapter", "page", "line", "block")
    place = _object({}, {**dict.fromkeys(where, _TEXT), **dict.fromkeys(numbers, _WHOLE), "span": _SPAN})
    return _object(
        {
            "code": _TEXT,
            "severity": {"enum": [severity.value for severity in Severity]},
            "where": {**place, "additionalProperties": False},
            "said": _CELL,
            "expected": _CELL,
            "clause": _TEXT,
            "message": _TEXT,
            "hint": _TEXT,
        },
        {"key": _PATH, "disposition": _object(dict.fromkeys(("state", "reason", "by", "on"), _TEXT))},
    )


def _subject(subjects: Mapping[str, str] | None) -> Schema:
    if subjects is None:
        return {**_TEXT, "pattern": r"^[a-z_0-9]+(\.[a-z_0-9]+)*$"}
    return {"oneOf": [{"const": name, "title": words} for name, words in subjects.items()]}
