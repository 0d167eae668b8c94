"""Every row and column of the form is printed in the table of chapter four."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.report.checks.cell_rules import absent_cells
from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import FORM_2021
from gongkai.report.document import AnnualReport
from gongkai.values.findings import Finding, Severity

CHECK = Check("R406", Severity.WARNING, "复议、诉讼情况表的各行各列是否齐全", FORM_2021, ("remedies",))


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """Every row and column of the form is printed in the table of chapter four."""
    yield from absent_cells(report, CHECK, "remedies")
