"""Last year's report beside this one: whether the two may be compared at all."""

from __future__ import annotations

from gongkai.report.checks.check import Context
from gongkai.report.checks.prose import squeezed
from gongkai.report.document import AnnualReport


def same_organ(one: AnnualReport, other: AnnualReport) -> bool:
    """True unless both names are known and neither holds the other."""
    first, second = squeezed(one.organ or ""), squeezed(other.organ or "")
    return not first or not second or first in second or second in first


def year_before(report: AnnualReport, context: Context) -> AnnualReport | None:
    """Last year's report of the same organ, or None where there is none to compare with."""
    previous = context.previous
    if previous is None or report.year is None or previous.year != report.year - 1:
        return None
    return previous if same_organ(report, previous) else None
