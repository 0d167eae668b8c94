"""A field for rows with columns (a list of files, of opinions): a table of inputs, blank ones to add.

It works without JavaScript: three blank rows stand at the end, and saving shows three more.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django import forms

from gongkai.letters.vocabulary import Fact, Kind

BLANKS = 3
MOST = 60
"""Rows that one form takes."""


class RowsWidget(forms.Widget):
    """The table of inputs; their names are ``<field>-<row>-<column>``."""

    template_name = "letters/rows_widget.html"

    def __init__(self, fact: Fact) -> None:
        super().__init__()
        self.fact = fact

    def get_context(self, name: str, value: Any, attrs: Mapping[str, Any] | None) -> dict[str, Any]:
        """The rows that there are, and blank ones."""
        context = super().get_context(name, value, dict(attrs or {}))
        rows = [*(value or []), *({} for _ in range(BLANKS))]
        context["columns"] = self.fact.columns.values()
        context["rows"] = [
            [_input(self.fact, name, at, column, row) for column in self.fact.columns.values()]
            for at, row in enumerate(rows[:MOST])
        ]
        return context

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> list[dict[str, str]]:
        """The rows in which something was written."""
        found = []
        for at in range(MOST):
            row = {key: data.get(f"{name}-{at}-{key}", "").strip() for key in self.fact.columns}
            if any(row.values()):
                found.append(row)
        return found

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        """A table without a row is an empty one."""
        return False


def _input(fact: Fact, name: str, at: int, column: Fact, row: Mapping[str, Any]) -> dict[str, Any]:
    value = row.get(column.key, "")
    kinds = {Kind.DATE: "date", Kind.DEADLINE: "date", Kind.COUNT: "number", Kind.AMOUNT: "number"}
    return {
        "name": f"{name}-{at}-{column.key}",
        "label": f"{fact.name}第{at + 1}行，{column.name}",
        "heading": column.name,
        "value": value.isoformat() if isinstance(value, dt.date) else value,
        "type": kinds.get(column.kind, "text"),
        "choices": column.choices,
    }


class RowsField(forms.Field):
    """The rows of a fact, each value as its column wants it; what cannot be read stays text and is told."""

    def __init__(self, fact: Fact, **more: Any) -> None:
        super().__init__(widget=RowsWidget(fact), **more)
        self.fact = fact

    def clean(self, value: Any) -> list[dict[str, Any]]:
        """The rows with days and numbers read; whether one lacks a column is for the letter to say."""
        rows = [
            {key: _read(self.fact.columns[key], text) for key, text in row.items()} for row in value or []
        ]
        if self.required and not rows:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return rows


def _read(column: Fact, text: str) -> Any:
    try:
        if column.kind in (Kind.DATE, Kind.DEADLINE):
            return dt.date.fromisoformat(text)
        if column.kind in (Kind.COUNT, Kind.AMOUNT):
            return int(text)
    except ValueError:
        return text
    return text
