"""What every check module declares and answers.

A module ``rNNN_name.py`` has ``CHECK = Check(...)`` and ``check(report, context)`` which yields findings.
Discovery is by file name (:mod:`gongkai.report.checks.registry`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from gongkai.report.document import AnnualReport
from gongkai.values.findings import Finding, Severity


@dataclass(frozen=True, slots=True)
class Check:
    """A rule: code, gravest severity, what it asks (Chinese), the clause it rests on, what it reads."""

    code: str
    severity: Severity
    title: str
    clause: str
    reads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """What a report is checked beside: last year's report of the same organ, the reports of its subordinates.

    ``missing_children`` names subordinates whose reports are known to be missing, if any; ``neighbours`` are
    reports of other organs, such as the other counties of a city.
    """

    previous: AnnualReport | None = None
    children: tuple[AnnualReport, ...] = ()
    missing_children: tuple[str, ...] = ()
    neighbours: tuple[AnnualReport, ...] = ()


class CheckModule(Protocol):
    """The two names of a check module."""

    CHECK: Check

    def check(self, report: AnnualReport, context: Context) -> Iterator[Finding]:
        """Yield what is wrong; nothing where all is well or where the report does not say enough."""
        ...
