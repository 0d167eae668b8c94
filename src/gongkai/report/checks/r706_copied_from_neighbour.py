"""The prose is not another organ's."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.report.checks.check import Check, Context
from gongkai.report.copying import CLAUSE, NEIGHBOUR, copied
from gongkai.report.document import AnnualReport
from gongkai.report.likeness import likeness
from gongkai.values.findings import Finding, Severity

CHECK = Check(NEIGHBOUR, Severity.WARNING, "正文是否与其他机关的报告雷同", CLAUSE, ("chapters", "neighbours"))


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """One finding for each chapter and neighbour; standard phrases and figures are not counted."""
    for neighbour in context.neighbours:
        found = copied(report, neighbour, likeness(neighbour, report))
        yield from (finding for finding in found if finding.code == CHECK.code)
