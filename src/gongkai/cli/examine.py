"""What the worker does with one file: read it, check it, put it into words. The plan of ``read`` and of
``check``.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from gongkai.cli.gather import STDIN, shown
from gongkai.files.limits import Limits, take
from gongkai.values.errors import FileError
from gongkai.values.findings import Severity

if TYPE_CHECKING:
    from gongkai.report.checks.check import Context
    from gongkai.report.checks.dispositions import Disposition
    from gongkai.report.document import AnnualReport

Decided = Mapping[tuple[str, ...], "Disposition"]
"""What persons decided, by the key of the finding."""

_STEERING = re.compile("[\x7f-\x9f\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one file: the text to print, or the failure; and counts for the last line.

    ``wrong`` counts reports with an error that nobody dismissed, ``stale`` dispositions that fit nothing.
    """

    name: str
    text: str = ""
    code: str = ""
    message: str = ""
    reports: int = 0
    wrong: int = 0
    stale: int = 0
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def failed(self) -> bool:
        """True where the file could not be read."""
        return bool(self.code)


@dataclass(frozen=True, slots=True)
class Style:
    """How results are put into words: JSON Lines, or pages for a person of a width in columns, with colour
    or not.

    ``brief`` leaves the tables out.
    """

    as_json: bool = False
    colour: bool = False
    width: int = 100
    brief: bool = False


@dataclass(frozen=True, slots=True)
class Examination:
    """The plan: what stands in the fields is JSON or plain, so that it can travel to any kind of worker."""

    checking: bool
    style: Style = Style()
    limits: Limits = field(default_factory=Limits)
    stdin: bytes = b""
    previous: tuple[dict[str, Any], ...] = ()
    children: tuple[dict[str, Any], ...] = ()
    missing_children: tuple[str, ...] = ()
    dispositions: tuple[Disposition, ...] = ()

    def prepare(self) -> Callable[[str], Outcome]:
        """Load reader, checks and the reports beside which is checked."""
        from gongkai.report.exchange import from_json  # noqa: PLC0415  # here and below: only when work begins
        from gongkai.report.reader.reading import open_report  # noqa: PLC0415

        previous = tuple(from_json(value) for value in self.previous)
        children = tuple(from_json(value) for value in self.children)
        judge = self._judge(previous, children) if self.checking else None

        def work(name: str) -> Outcome:
            data = self.stdin if name == STDIN else take(name, self.limits)
            self.limits.check_size(len(data))
            try:
                reports = open_report(shown(name), data, self.limits).reports
            except FileError as error:
                return self._refused(name, error, hashlib.sha256(data).hexdigest())
            return self._outcome(name, tuple(map(judge, reports)) if judge else reports)

        return work

    def failed(self, name: str, code: str, message: str) -> Outcome:
        """The outcome of a file that could not be read; its line of JSON where JSON is asked for."""
        return self._refused(name, FileError(code, message), None)

    def _judge(
        self, previous: tuple[AnnualReport, ...], children: tuple[AnnualReport, ...]
    ) -> Callable[[AnnualReport], AnnualReport]:
        from gongkai.report.checks.check import Context  # noqa: PLC0415
        from gongkai.report.checks.registry import run  # noqa: PLC0415

        def context(report: AnnualReport) -> Context:
            return Context(before(report, previous), children, self.missing_children)

        return lambda report: run(report, context(report))

    def _outcome(self, name: str, reports: tuple[AnnualReport, ...]) -> Outcome:
        decided = {disposition.key: disposition for disposition in self._in_force()}
        counts: dict[str, int] = {}
        wrong, met = 0, set()
        for report in reports:
            met |= {finding.key for finding in report.findings}
            open_ones = [f for f in report.findings if not dismissed(decided.get(f.key))]
            wrong += any(finding.severity is Severity.ERROR for finding in open_ones)
            for finding in open_ones:
                counts[finding.severity.value] = counts.get(finding.severity.value, 0) + 1
        stale = len(decided.keys() - met)
        return Outcome(name, self._words(reports, decided), "", "", len(reports), wrong, stale, counts)

    def _in_force(self) -> list[Disposition]:
        """Of two decisions about one finding the later holds, so it comes last."""
        return sorted(self.dispositions, key=lambda disposition: disposition.on)

    def _words(self, reports: tuple[AnnualReport, ...], decided: Decided) -> str:
        if self.style.as_json:
            return "".join(line(self._object(report, decided)) for report in reports)
        from gongkai.cli.printing import page  # noqa: PLC0415

        return "".join(page(r, self.style, decided, checked=self.checking) for r in reports)

    def _object(self, report: AnnualReport, decided: Decided) -> dict[str, Any]:
        """The exchange form; beside each finding its key and what a person decided about it."""
        from gongkai.report.exchange import to_json  # noqa: PLC0415

        value = to_json(report)
        for finding, entry in zip(report.findings, value["findings"], strict=True):
            entry["key"] = list(finding.key)
            if finding.key in decided:
                entry["disposition"] = decided[finding.key].as_json()
        return value

    def _refused(self, name: str, error: FileError, digest: str | None) -> Outcome:
        text = ""
        if self.style.as_json:
            source: dict[str, Any] = {"file": shown(name)}
            if digest is not None:
                source["sha256"] = digest
            text = line({"source": source, "error": {"code": error.code, "message": error.message}})
        return Outcome(name, text, error.code, error.message)


def before(report: AnnualReport, candidates: tuple[AnnualReport, ...]) -> AnnualReport | None:
    """The report of the year before among the parts of the file given as last year's; the first where none
    tells.
    """
    for candidate in candidates:
        if report.year is not None and candidate.year == report.year - 1:
            return candidate
    return candidates[0] if candidates else None


def dismissed(disposition: Disposition | None) -> bool:
    """True where a person decided that a finding is none; it then counts no more, but is still shown."""
    return disposition is not None and disposition.state == "dismissed"


def line(value: dict[str, Any]) -> str:
    """One line of JSON Lines; what steers a terminal or breaks lines is written as escapes."""
    text = json.dumps(value, ensure_ascii=False)
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"
