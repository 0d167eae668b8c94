"""Counts in the table of chapter three are whole numbers (law.md I5)."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.report.checks.cell_rules import broken_numbers
from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import FORM_2021
from gongkai.report.document import AnnualReport
from gongkai.values.findings import Finding, Severity

CHECK = Check("R311", Severity.ERROR, "申请情况表的件数是否为整数", FORM_2021, ("applications",))


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """Counts in the table of chapter three are whole numbers (law.md I5)."""
    yield from broken_numbers(report, CHECK, "applications")
