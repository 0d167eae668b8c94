"""A total of the table of chapter three is not left blank while its parts are printed."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.report.checks.cell_rules import blank_totals
from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import FORM_2021
from gongkai.report.document import AnnualReport
from gongkai.values.findings import Finding, Severity

CHECK = Check("R305", Severity.ERROR, "申请情况表分项已填而总计空白", FORM_2021, ("applications",))


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """A total of the table of chapter three is not left blank while its parts are printed."""
    yield from blank_totals(report, CHECK, "applications")
