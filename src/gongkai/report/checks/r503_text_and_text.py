"""Figures of the prose agree with each other: sums inside a sentence, one figure told twice."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import CONTENT
from gongkai.report.checks.statements_told import TEXT, against_text, differing
from gongkai.report.document import AnnualReport
from gongkai.values.findings import Finding, Severity

CHECK = Check("R503", Severity.ERROR, "正文各处数字之间是否一致", CONTENT, ("statements",))


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """One finding for each such statement."""
    for statement in differing(report, TEXT):
        yield against_text(report, CHECK, statement, "请核对总数和各分项，改正其中写错的一处。")
