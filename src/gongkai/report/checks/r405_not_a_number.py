"""No cell of the table of chapter four holds a stroke or a word instead of a number."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.report.checks.cell_rules import not_numbers
from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import FORM_2021
from gongkai.report.document import AnnualReport
from gongkai.values.findings import Finding, Severity

CHECK = Check("R405", Severity.WARNING, "复议、诉讼情况表各格是否都填数字", FORM_2021, ("remedies",))


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """No cell of the table of chapter four holds a stroke or a word instead of a number."""
    yield from not_numbers(report, CHECK, "remedies")
