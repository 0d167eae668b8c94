"""The prose is not last year's with new figures."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.sequence import year_before
from gongkai.report.copying import CLAUSE, PREVIOUS, copied
from gongkai.report.document import AnnualReport
from gongkai.report.likeness import likeness
from gongkai.values.findings import Finding, Severity

CHECK = Check(PREVIOUS, Severity.WARNING, "正文是否照抄上年报告", CLAUSE, ("chapters", "previous"))


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """One finding for each chapter; standard phrases and figures are not counted."""
    previous = year_before(report, context)
    if previous is not None:
        found = copied(report, previous, likeness(previous, report))
        yield from (finding for finding in found if finding.code == CHECK.code)
