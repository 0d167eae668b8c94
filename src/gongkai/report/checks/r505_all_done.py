"""Where the prose says that all is done, nothing is carried forward."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import CONTENT
from gongkai.report.checks.statements_told import DONE, against_cell, differing
from gongkai.report.document import AnnualReport
from gongkai.values.findings import Finding, Severity

CHECK = Check("R505", Severity.WARNING, "正文说全部办结的，结转下年是否为 0", CONTENT, ("statements",))


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """One finding for each such statement."""
    for statement in differing(report, DONE):
        yield against_cell(
            report,
            CHECK,
            statement,
            "请核对：尚有结转的，正文改为“已办结多少件、结转多少件”；确已全部办结的，改正表格。",
        )
