"""The table of chapter two is there at all; a page that only links to an attachment has none."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.report.checks.cell_rules import table_missing
from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import FORM_2021
from gongkai.report.document import AnnualReport
from gongkai.values.findings import Finding, Severity

CHECK = Check("R201", Severity.WARNING, "主动公开情况的表是否编入", FORM_2021, ("proactive",))


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """The table of chapter two is there at all; a page that only links to an attachment has none."""
    yield from table_missing(report, CHECK, "proactive")
