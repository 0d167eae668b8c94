"""The norms as cited."""

from __future__ import annotations

from gongkai.report.checks import clauses
from gongkai.report.checks.short_form import report_of
from gongkai.tables.form import EDITIONS, form


def test_the_form_of_the_report_is_cited() -> None:
    for edition in EDITIONS:
        assert form(edition).source in clauses.form_clause(report_of({"edition": edition}))
