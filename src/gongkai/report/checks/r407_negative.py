"""No cell of the table of chapter four is below nought (law.md I5)."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.report.checks.cell_rules import negatives
from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import FORM_2021
from gongkai.report.document import AnnualReport
from gongkai.values.findings import Finding, Severity

CHECK = Check("R407", Severity.ERROR, "复议、诉讼情况表有没有负数", FORM_2021, ("remedies",))


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """No cell of the table of chapter four is below nought (law.md I5)."""
    yield from negatives(report, CHECK, "remedies")
