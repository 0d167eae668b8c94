"""Several reports read before anything is said about them, for commands that hold reports against each
other.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gongkai.cli.batch import cores, run
from gongkai.cli.examine import Examination, Style
from gongkai.cli.gather import STDIN, shown, standard_input
from gongkai.cli.session import FINE, UNREADABLE, WRONG, tell
from gongkai.files.limits import Limits
from gongkai.values.findings import Severity

if TYPE_CHECKING:
    from gongkai.report.document import AnnualReport
    from gongkai.values.findings import Finding


@dataclass(frozen=True, slots=True)
class Readings:
    """The reports of each file in the order given, and the files that could not be read."""

    by_file: tuple[tuple[AnnualReport, ...], ...]
    unreadable: tuple[str, ...] = ()

    @property
    def reports(self) -> tuple[AnnualReport, ...]:
        """All reports, file after file."""
        return tuple(report for reports in self.by_file for report in reports)


def read_all(names: Sequence[str], as_json: bool, jobs: int | None, *, checking: bool = False) -> Readings:
    """Read every file in workers of their own, with findings if asked; tell of each that cannot be
    read.
    """
    from gongkai.report.exchange import from_json  # noqa: PLC0415  # only when work begins

    limits = Limits()
    stdin = standard_input(limits) if STDIN in names else b""
    plan = Examination(checking=checking, style=Style(as_json=True), limits=limits, stdin=stdin)
    found: list[tuple[AnnualReport, ...]] = []
    unreadable = []
    for outcome in run(plan, names, jobs or cores(), limits) if names else ():
        if outcome.failed:
            unreadable.append(shown(outcome.name))
            found.append(())
            tell(outcome, as_json)
        else:
            lines = (text for text in outcome.text.split("\n") if text)
            found.append(tuple(from_json(json.loads(text)) for text in lines))
    return Readings(tuple(found), tuple(unreadable))


def status_of(findings: Sequence[Finding], unreadable: Sequence[str] = ()) -> int:
    """The exit status as for ``check``: 2 where a file could not be read, 1 for an error, else 0."""
    if unreadable:
        return UNREADABLE
    return WRONG if any(finding.severity is Severity.ERROR for finding in findings) else FINE
