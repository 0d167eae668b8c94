"""No cell of the table of chapter three holds a stroke or a word instead of a number."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.report.checks.cell_rules import not_numbers
from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import FORM_2021
from gongkai.report.document import AnnualReport
from gongkai.values.findings import Finding, Severity

CHECK = Check("R307", Severity.WARNING, "申请情况表各格是否都填数字", FORM_2021, ("applications",))


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """No cell of the table of chapter three holds a stroke or a word instead of a number."""
    yield from not_numbers(report, CHECK, "applications")
