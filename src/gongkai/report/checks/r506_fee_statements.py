"""What the prose says of the processing fee agrees with itself."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import FEE
from gongkai.report.checks.statements_told import FEE as OF_FEE
from gongkai.report.checks.statements_told import against_text, differing
from gongkai.report.document import AnnualReport
from gongkai.values.findings import Finding, Severity

CHECK = Check("R506", Severity.ERROR, "正文各处关于信息处理费的说法是否一致", FEE, ("statements",))


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """One finding for each such statement."""
    for statement in differing(report, OF_FEE):
        yield against_text(report, CHECK, statement, "请核对收费通知件数、应收和实收金额，各处写成一致。")
