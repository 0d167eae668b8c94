"""Every check, found by file name, and the one call that runs them all.

A module ``rNNN_name.py`` beside this file is a check; nothing else has to be told of it.

>>> [module.CHECK.code for module in MODULES][:2]
['R101', 'R102']
"""

from __future__ import annotations

import pkgutil
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import cast

from gongkai.report import checks
from gongkai.report.checks.check import CheckModule, Context
from gongkai.report.checks.page import page_of
from gongkai.report.document import AnnualReport
from gongkai.tables.form import TABLES
from gongkai.values.findings import Finding

_NAME = re.compile(r"r\d{3}_\w+")


def _discover() -> tuple[CheckModule, ...]:
    names = sorted(m.name for m in pkgutil.iter_modules(checks.__path__) if _NAME.fullmatch(m.name))
    return tuple(cast(CheckModule, import_module(f"{checks.__name__}.{name}")) for name in names)


MODULES: tuple[CheckModule, ...] = _discover()
"""All checks in the order of their codes."""

_NOTHING_BESIDE = Context()


def run(report: AnnualReport, context: Context = _NOTHING_BESIDE) -> AnnualReport:
    """The report with the findings of every check, gravest first, then in the order of the form."""
    findings = [f for module in MODULES for f in module.check(report, context)]
    return report.with_findings(_numbered(sorted(findings, key=lambda f: _order(report, f))))


def beside(report: AnnualReport, context: Context, what: str) -> tuple[Finding, ...]:
    """The findings of those checks alone that read ``what`` (``previous``, ``children``), in their order."""
    modules = (module for module in MODULES if what in module.CHECK.reads)
    findings = [f for module in modules for f in module.check(report, context)]
    return _numbered(sorted(findings, key=lambda f: _order(report, f)))


def _numbered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings alike in rule, place and values told apart by their order, so that each has its own key."""
    met: Counter[tuple[str, ...]] = Counter()
    out = []
    for finding in findings:
        met[finding.key] += 1
        nth = met[finding.key]
        out.append(replace(finding, ordinal=nth) if nth > 1 else finding)
    return tuple(out)


def _order(report: AnnualReport, finding: Finding) -> tuple[int, ...]:
    """Severity, table, row and column in the order of print, chapter, offset, code."""
    place = finding.where
    table, row, column = len(TABLES), -1, -1
    if place.table in TABLES:
        official = report.form.table(place.table)
        table = TABLES.index(place.table)
        row = next((i for i, r in enumerate(official.rows) if r.key == place.row), -1)
        column = next((i for i, c in enumerate(official.columns) if c.key == place.column), -1)
    start = place.span[0] if place.span else -1
    return (finding.severity.rank, table, row, column, place.chapter or 0, start, int(finding.code[1:]))


def page(fixtures: Path | None = None) -> str:
    """The text of docs/checks.md: every check with severity, clause and an example message from its
    fixtures.
    """
    return page_of(MODULES, fixtures)
