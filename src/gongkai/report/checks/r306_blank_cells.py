"""No cell of the table of chapter three is left blank; blank is not nought."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.report.checks.cell_rules import blank_cells
from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import FORM_2021
from gongkai.report.document import AnnualReport
from gongkai.values.findings import Finding, Severity

CHECK = Check("R306", Severity.WARNING, "申请情况表有没有空白格", FORM_2021, ("applications",))


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """No cell of the table of chapter three is left blank; blank is not nought."""
    yield from blank_cells(report, CHECK, "applications")
