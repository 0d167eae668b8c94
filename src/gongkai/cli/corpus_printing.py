"""Answers of a store as JSON Lines, as CSV that no spreadsheet computes, and as a table for a person."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from io import StringIO
from typing import Any

from gongkai.cli.folding import columns
from gongkai.corpus.asking import Answer
from gongkai.report.formula import guarded

SHOWN = 100
"""Rows of the table for a person."""
BOM = "\ufeff"
"""Without it Excel takes a CSV for GBK."""


def json_lines(answer: Answer, headings: Mapping[str, str]) -> str:
    """One object a row with the names of the columns; ``headings`` are for people and not used."""
    lines = (dict(zip(answer.columns, row, strict=True)) for row in answer.rows)
    return "".join(f"{json.dumps(line, ensure_ascii=False, default=str)}\n" for line in lines)


def csv_lines(answer: Answer, headings: Mapping[str, str]) -> str:
    """CSV with a BOM; a text that a spreadsheet would compute has an apostrophe at its head."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow([guarded(headings.get(name, name)) for name in answer.columns])
    writer.writerows([_safe(value) for value in row] for row in answer.rows)
    return BOM + out.getvalue()


def as_table(answer: Answer, headings: Mapping[str, str]) -> str:
    """Columns side by side, the first rows only, and how many rows there are."""
    head = [headings.get(name, name) for name in answer.columns]
    rows = [head, *([_plain(value) for value in row] for row in answer.rows[:SHOWN])]
    widths = [max(columns(row[i]) for row in rows) for i in range(len(head))]
    lines = ["  ".join(_padded(*cell) for cell in zip(row, widths, strict=True)).rstrip() for row in rows]
    more = f"，只显示前 {SHOWN} 行，全部结果请用 --csv 或者 --json" if len(answer.rows) > SHOWN else ""
    return "\n".join([*lines, f"共 {len(answer.rows)} 行{more}。"]) + "\n"


def _safe(value: Any) -> Any:
    if value is None or isinstance(value, bool | int | float):
        return value
    return guarded(str(value))


def _plain(value: Any) -> str:
    text = "" if value is None else str(value)
    return "".join(letter if letter.isprintable() else " " for letter in text)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - columns(text))
