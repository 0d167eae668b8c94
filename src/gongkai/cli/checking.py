"""What ``gongkai check`` does with its options: the reports to check beside are read first, then every
file checked.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gongkai.cli.batch import cores, run
from gongkai.cli.examine import Examination, Style
from gongkai.cli.gather import STDIN, gather, shown, standard_input
from gongkai.cli.session import UNREADABLE, examine, style_for, tell
from gongkai.files.limits import Limits

if TYPE_CHECKING:
    from gongkai.report.checks.dispositions import Disposition


@dataclass(frozen=True)
class Request:
    """The command line of ``gongkai check`` as values."""

    files: tuple[str, ...]
    as_json: bool = False
    previous: str | None = None
    children: tuple[str, ...] = ()
    dispositions: str | None = None
    full: bool | None = None
    jobs: int | None = None

    @cached_property
    def names(self) -> list[str]:
        """The files to check, directories walked."""
        return gather(self.files)

    @property
    def compares(self) -> bool:
        """True where the report is checked beside others."""
        return bool(self.previous or self.children)


@dataclass(frozen=True, slots=True)
class Beside:
    """Reports read only to be checked against, in the exchange form, and the files that could not be read."""

    reports: tuple[dict[str, Any], ...] = ()
    missing: tuple[str, ...] = ()


def examine_request(request: Request) -> int:
    """Check every file of the request and give the exit status.

    Raises FileError where the file of dispositions cannot be read: without it the findings would mislead.
    """
    limits = Limits()
    children = gather(request.children)
    style = style_for(request.as_json, request.full, len(request.names))
    needs_stdin = STDIN in (*request.names, *children, request.previous)
    stdin = standard_input(limits) if needs_stdin else b""
    reader = Examination(checking=False, style=Style(as_json=True), limits=limits, stdin=stdin)
    previous = beside([request.previous] if request.previous else [], reader, request)
    lower = beside(children, reader, request)
    plan = Examination(
        checking=True,
        style=style,
        limits=limits,
        stdin=stdin,
        previous=previous.reports,
        children=lower.reports,
        missing_children=lower.missing,
        dispositions=_decisions(request.dispositions),
    )
    status = examine(request.names, plan, request.jobs)
    return UNREADABLE if previous.missing or lower.missing else status


def _decisions(name: str | None) -> tuple[Disposition, ...]:
    if name is None:
        return ()
    from gongkai.report.checks.dispositions import load  # noqa: PLC0415  # rarely asked for

    return load(Path(name))


def beside(names: list[str], reader: Examination, request: Request) -> Beside:
    """Read reports in workers of their own; one that cannot be read is told of and left out."""
    reports: list[dict[str, Any]] = []
    missing: list[str] = []
    for outcome in run(reader, names, request.jobs or cores(), reader.limits) if names else ():
        if outcome.failed:
            missing.append(shown(outcome.name))
            tell(outcome, as_json=request.as_json)
        else:
            reports.extend(json.loads(line) for line in outcome.text.split("\n") if line)
    return Beside(tuple(reports), tuple(missing))
