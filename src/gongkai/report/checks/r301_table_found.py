"""The table of chapter three is there at all; a page that only links to an attachment has none."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.report.checks.cell_rules import table_missing
from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import FORM_2021
from gongkai.report.document import AnnualReport
from gongkai.values.findings import Finding, Severity

CHECK = Check("R301", Severity.WARNING, "申请情况的表是否编入", FORM_2021, ("applications",))


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """The table of chapter three is there at all; a page that only links to an attachment has none."""
    yield from table_missing(report, CHECK, "applications")
