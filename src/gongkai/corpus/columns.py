"""The tables of a store, declared once: what the rows hold, what Parquet gets, what a query finds.

Every table begins with ``file`` (path below the folder, with ``/``) and ``part`` (1, 2 … of the reports in
one file; 0 where the file could not be read). ``reports`` has one row a report and one a file that could not
be read; the other tables have rows per cell, per finding, per figure told in prose and per clause of prose.
"""

from __future__ import annotations

TABLES: dict[str, dict[str, str]] = {
    "reports": {
        "format": "VARCHAR",
        "sha256": "VARCHAR",
        "organ": "VARCHAR",
        "organ_kind": "VARCHAR",
        "title": "VARCHAR",
        "year": "INTEGER",
        "edition": "VARCHAR",
        "dated_on": "DATE",
        "published_on": "DATE",
        "deadline": "DATE",
        "flags": "INTEGER",
        "errors": "INTEGER",
        "warnings": "INTEGER",
        "notices": "INTEGER",
        "failure": "VARCHAR",
        "reason": "VARCHAR",
    },
    "cells": {
        "table_key": "VARCHAR",
        "row_key": "VARCHAR",
        "column_key": "VARCHAR",
        "kind": "VARCHAR",
        "number": "BIGINT",
        "text": "VARCHAR",
        "flagged": "BOOLEAN",
    },
    "findings": {
        "code": "VARCHAR",
        "severity": "VARCHAR",
        "table_key": "VARCHAR",
        "row_key": "VARCHAR",
        "column_key": "VARCHAR",
        "chapter": "INTEGER",
        "span_start": "INTEGER",
        "span_end": "INTEGER",
        "page": "INTEGER",
        "line": "INTEGER",
        "said": "VARCHAR",
        "expected": "VARCHAR",
        "clause": "VARCHAR",
        "message": "VARCHAR",
        "hint": "VARCHAR",
    },
    "statements": {
        "subject": "VARCHAR",
        "value": "VARCHAR",
        "unit": "VARCHAR",
        "bound": "VARCHAR",
        "chapter": "INTEGER",
        "span_start": "INTEGER",
        "span_end": "INTEGER",
        "text": "VARCHAR",
        "verdict": "VARCHAR",
        "against": "VARCHAR",
        "expected": "VARCHAR",
    },
    "clauses": {"chapter": "INTEGER", "fingerprint": "UBIGINT", "length": "INTEGER"},
}
"""Table to column to DuckDB type, without the two columns that all begin with.

``cells.kind``: ``number``, ``blank`` (printed empty), ``text`` (``number`` is NULL, ``text`` as printed); a
cell that is not printed has no row. A number beyond 64 bits keeps its digits in ``text``. ``deadline`` is the
day that the law gives this kind of organ for this year's report, NULL where it gives none.
"""

KEYS = {"file": "VARCHAR", "part": "INTEGER"}
"""The columns that every table begins with."""

VERSION = 1
"""Counts up when the meaning of a column changes: shards written before are then written anew."""
