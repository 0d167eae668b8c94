"""Findings: what a check has to say about a report, as immutable values.

A finding is about the *data* (a report that does not add up); a breakdown of the *run* (a file that
cannot be opened) is an exception of :mod:`gongkai.values.errors`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

Scalar = int | str | None
"""What a finding may quote as said or expected: a number, the text as printed, or nothing."""


class Severity(StrEnum):
    """How grave a finding is; only ``ERROR`` makes the command exit with 1."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"

    @property
    def rank(self) -> int:
        """0 for the gravest; sorts findings for a reader."""
        return list(Severity).index(self)

    @property
    def label(self) -> str:
        """The word that a Chinese reader sees."""
        return {"error": "错误", "warning": "警告", "notice": "提示"}[self.value]


@dataclass(frozen=True, slots=True)
class Where:
    """The place of a finding: a cell, a row, a table, or a span of a chapter's text; any part may be unknown.

    ``span`` counts code points ``[start, end)`` in the text of chapter ``chapter`` (1 to 6). ``page`` and
    ``line`` count from 1 in the file. ``block`` is the index of the block in the document as read.
    """

    table: str | None = None
    row: str | None = None
    column: str | None = None
    chapter: int | None = None
    span: tuple[int, int] | None = None
    page: int | None = None
    line: int | None = None
    block: int | None = None

    def as_json(self) -> dict[str, Any]:
        """The exchange form: only the parts that are known."""
        names = ("table", "row", "column", "chapter", "page", "line", "block")
        out: dict[str, Any] = {n: getattr(self, n) for n in names if getattr(self, n) is not None}
        if self.span is not None:
            out["span"] = list(self.span)
        return out


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong or worth a look: where, what was said, what was expected, the clause, what to do.

    ``ordinal`` counts from 1 the findings of one report that are alike in rule, place and values.
    """

    code: str
    severity: Severity
    where: Where
    said: Scalar
    expected: Scalar
    clause: str
    message: str
    hint: str
    ordinal: int = 1

    @property
    def key(self) -> tuple[str, ...]:
        """Identity for a person's disposition: rule, place and values; changes as soon as a value changes.

        The second of two that are alike has ``#2`` after its chapter, so that one decision is about one
        finding.
        """
        place = self.where
        nth = f"#{self.ordinal}" if self.ordinal > 1 else ""
        span_free = (place.table or "", place.row or "", place.column or "", f"{place.chapter or ''}{nth}")
        return (self.code, *span_free, str(self.said), str(self.expected))

    def as_json(self) -> dict[str, Any]:
        """The exchange form of ``gongkai check --json``."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "where": self.where.as_json(),
            "said": self.said,
            "expected": self.expected,
            "clause": self.clause,
            "message": self.message,
            "hint": self.hint,
        }
