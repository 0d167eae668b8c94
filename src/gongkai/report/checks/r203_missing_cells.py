"""Every row and column of the form is printed in the table of chapter two."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.report.checks.cell_rules import absent_cells
from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import FORM_2021
from gongkai.report.document import AnnualReport
from gongkai.values.findings import Finding, Severity

CHECK = Check("R203", Severity.WARNING, "主动公开情况表的各行各列是否齐全", FORM_2021, ("proactive",))


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """Every row and column of the form is printed in the table of chapter two."""
    yield from absent_cells(report, CHECK, "proactive")
