"""``make measure``: read and check the shared reports and print how well, with denominators.

Cells right, flagged, wrong; chapters of the seeds found; published errors found and missed; false alarms;
true statements that were flagged; negative cases. Exit status 1 when something is wrong.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

from bench.real.expectations import NUMBERS, Expected, all_expected, row_key, shared
from gongkai.report.checks.registry import run
from gongkai.report.document import AnnualReport
from gongkai.report.reader.reading import open_report
from gongkai.tables.form import Path
from gongkai.values.errors import FileError
from gongkai.values.findings import Finding, Severity

SHOWN = 10
"""Lines of one kind that are printed for a report."""
UNITS = re.compile(r"^(-?[\d,]+(?:\.\d+)?)(?:元|万元|笔|件|条|个)?$")
FIGURE = re.compile(r"\d+(?:\.\d+)?")


@dataclass(slots=True)
class Score:
    """What became of one report. ``cells`` counts right, open (flagged, allowed), flagged and wrong."""

    name: str
    cells: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    flagged: list[str] = field(default_factory=list)
    found: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    missed_likely: list[str] = field(default_factory=list)
    false_alarms: list[str] = field(default_factory=list)
    falsely_flagged: list[str] = field(default_factory=list)
    chapters: int | None = None
    negatives: tuple[int, int] = (0, 0)
    statements: tuple[int, int] = (0, 0)
    problem: str = ""


def _number(value: object) -> Decimal | str:
    match = UNITS.match(str(value))
    try:
        return Decimal(match[1].replace(",", "")) if match else str(value)
    except InvalidOperation:
        return str(value)


def _same(got: object, wanted: object) -> bool:
    if wanted is None or got is None:
        return got is wanted
    return got == wanted or _number(got) == _number(wanted)


def _covers(places: list[tuple[str, ...]], path: Path) -> bool:
    return any(path[: len(place)] == place for place in places)


def score_cells(score: Score, expected: Expected, report: AnnualReport) -> None:
    """Hold each expected cell against the reading; an absent cell reads as None."""
    for path, wanted in expected.cells.items():
        got = report.value(path)
        flagged = report.flagged(*path)
        words = f"{'.'.join(path)}: printed {wanted!r}, read {got!r}"
        if _same(got, wanted) or (got is None and _covers(expected.may_be_blank, path)):
            score.cells["right"] += 1
            score.cells["right under a flag"] += flagged
        elif flagged and _covers(expected.may_be_open, path):
            score.cells["open"] += 1
        elif flagged:
            score.cells["flagged"] += 1
            score.flagged.append(words)
        else:
            score.cells["wrong"] += 1
            score.wrong.append(words)
    none = [key for key in expected.no_table if report.table(key) is None]
    score.negatives = (len(none), len(expected.no_table))


def _figures(*things: Any) -> set[Decimal]:
    return {Decimal(f) for thing in things for f in FIGURE.findall(str(thing))}


def _about_prose(finding: Finding) -> bool:
    return finding.where.chapter is not None or finding.code.startswith("R5")


def _row_of(expected: Expected, violation: dict[str, Any]) -> tuple[str, str | None, str | None]:
    key = NUMBERS[violation["table"]]
    official = expected.form.table(key)
    words = str(violation["where"]).replace("：", ":").split(":")[0].split()
    row = row_key(official, words[0])
    column = next((c.key for c in official.columns if c.label in words[1:]), None)
    return key, row, column


def matches(expected: Expected, violation: dict[str, Any], finding: Finding) -> bool:
    """True where a finding speaks of that violation: by figures in prose, by place in a table."""
    if violation["kind"].startswith("narrative"):
        told = _figures(violation["where"], violation["published"], violation["implied"])
        small = {f for f in told if f < 10}
        said = _figures(finding.said, finding.expected)
        return _about_prose(finding) and bool(said & ((told - small) or told))
    place = finding.where
    key, row, column = _row_of(expected, violation)
    if place.table != key:
        return False
    if violation["kind"] == "missing_cell":
        return place.column in (None, "total")
    if violation["kind"] == "format":
        return row is None or place.row is None or place.row.startswith(row) or row in str(place.row)
    if place.row not in (None, row):
        return False
    return column is None or place.column in (None, column)


def score_findings(score: Score, expected: Expected, findings: tuple[Finding, ...]) -> None:
    """Violations found and missed; errors that match none; true statements that were flagged."""
    explained: set[int] = set()
    for violation in expected.violations:
        hits = {i for i, f in enumerate(findings) if matches(expected, violation, f)}
        explained |= hits
        words = f"{violation['kind']}: {violation['where']}"
        if hits:
            score.found.append(words)
        elif violation["certainty"] == "certain":
            score.missed.append(words)
        elif violation["certainty"] == "likely":
            score.missed_likely.append(words)
    true = _figures(expected.true_prose)
    for index, finding in enumerate(findings):
        if index in explained:
            continue
        words = f"{finding.code}: {finding.message}"
        place = finding.where
        if _covers(expected.may_be_blank, (place.table or "", place.row or "", place.column or "")):
            continue
        told = finding.code.startswith("R5") and finding.severity is not Severity.NOTICE
        if told and _figures(finding.said) & true:
            score.falsely_flagged.append(words)
        elif finding.severity is Severity.ERROR:
            score.false_alarms.append(words)


# The twelve checkable statements of the seeds: value, first words of the subject, verdicts that are right.
AGREES, DIFFERS, OPEN = "agrees", "differs", "unchecked"
STATEMENTS: dict[str, tuple[tuple[int, tuple[str, ...], tuple[str, ...]], ...]] = {
    "seed-000": (
        (144, ("licence",), (AGREES,)),
        (2, ("applications",), (DIFFERS,)),
        (0, ("applications",), (AGREES,)),
        (0, ("fee",), (AGREES, OPEN)),
    ),
    "seed-001": ((33, ("",), (AGREES,)), (0, ("applications",), (AGREES,)), (0, ("fee",), (AGREES, OPEN))),
    "seed-002": ((0, ("applications",), (AGREES,)), (1000, ("",), (AGREES,)), (0, ("fee",), (AGREES, OPEN))),
    "seed-003": (
        (0, ("remed", "reconsideration", "litigation"), (AGREES,)),
        (0, ("fee",), (AGREES, OPEN)),
    ),
}
TRAPS = {"seed-002": (1213, 1138, 102)}
"""Figures of the seeds that are not about disclosure: a verdict against a table would be false."""


def score_statements(score: Score, report: AnnualReport) -> None:
    """The seeds' checkable statements with the right verdict; a trap that differs is a false flag."""
    wanted = STATEMENTS.get(score.name, ())
    good = 0
    for value, subjects, verdicts in wanted:
        good += any(
            _same(s.value, value) and s.subject.startswith(subjects) and s.verdict in verdicts
            for s in report.statements
        )
    score.statements = (good, len(wanted))
    for trap in TRAPS.get(score.name, ()):
        if any(_same(s.value, trap) and s.verdict == DIFFERS for s in report.statements):
            score.falsely_flagged.append(f"not about disclosure: {trap}")


def measure(expected: Expected) -> Score:
    """Read and check one report; the first part where a file holds several."""
    score = Score(expected.name)
    try:
        report = open_report(expected.file.name, expected.file.read_bytes()).reports[0]
    except FileError as error:
        score.problem = str(error)
        return score
    checked = run(report)
    score_cells(score, expected, report)
    score_findings(score, expected, checked.findings)
    score_statements(score, report)
    if expected.seed:
        score.chapters = sum(c.found for c in report.chapters)
    if report.year is not None and expected.year not in (None, report.year):
        score.problem = f"year {report.year}, not {expected.year}"
    return score


def bad(score: Score) -> bool:
    """True where the report was not read and judged as it must be."""
    short = score.chapters not in (None, 6)
    lists = (score.wrong, score.flagged, score.missed, score.false_alarms, score.falsely_flagged)
    negative = score.negatives[0] < score.negatives[1]
    statements = score.statements[0] < score.statements[1]
    return bool(score.problem) or short or negative or statements or any(lists)


def _detail(score: Score) -> list[str]:
    named = (
        ("WRONG", score.wrong),
        ("flagged", score.flagged),
        ("missed", score.missed),
        ("missed (likely)", score.missed_likely),
        ("false alarm", score.false_alarms),
        ("true, but flagged", score.falsely_flagged),
        ("problem", [score.problem] if score.problem else []),
    )
    out = []
    for name, texts in named:
        out += [f"    {name}: {text}" for text in texts[:SHOWN]]
        out += [f"    {name}: and {len(texts) - SHOWN} more"] if len(texts) > SHOWN else []
    return out


def report_lines(scores: list[Score], detail: bool = True) -> list[str]:
    """The printed measurement: a line a report, what went wrong below it, and the sums."""
    out = [
        f"{'report':10}{'cells':>7}{'right':>7}{'open':>6}{'flagged':>9}{'wrong':>7}"
        f"{'found':>7}{'missed':>8}{'alarms':>8}{'true flagged':>14}"
    ]
    for s in scores:
        total = sum(s.cells[k] for k in ("right", "open", "flagged", "wrong"))
        out.append(
            f"{s.name:10}{total:7}{s.cells['right']:7}{s.cells['open']:6}{s.cells['flagged']:9}"
            f"{s.cells['wrong']:7}{len(s.found):7}{len(s.missed):8}{len(s.false_alarms):8}"
            f"{len(s.falsely_flagged):14}"
        )
        out.extend(_detail(s) if detail else ())
    cells: Counter[str] = Counter()
    for s in scores:
        cells += s.cells
    total = sum(cells[k] for k in ("right", "open", "flagged", "wrong"))
    out.append(
        f"cells: {cells['right']} of {total} right ({cells['right under a flag']} of them under a flag), "
        f"{cells['open']} open as in the source, {cells['flagged']} flagged, {cells['wrong']} wrong"
    )
    found, missed = sum(len(s.found) for s in scores), sum(len(s.missed) for s in scores)
    out.append(f"published errors: {found} found, {missed} certain ones missed")
    out.append(
        f"false alarms: {sum(len(s.false_alarms) for s in scores)}; "
        f"true statements flagged: {sum(len(s.falsely_flagged) for s in scores)}"
    )
    seeds = [s for s in scores if s.chapters is not None]
    out.append(f"chapters of the seeds: {sum(s.chapters or 0 for s in seeds)} of {6 * len(seeds)}")
    good, of = (sum(s.statements[i] for s in scores) for i in (0, 1))
    out.append(f"checkable statements of the seeds with the right verdict: {good} of {of}")
    good, of = (sum(s.negatives[i] for s in scores) for i in (0, 1))
    out.append(f"tables that are rightly null: {good} of {of}")
    return out


def main() -> int:
    """Measure every shared report and print the result; 1 when something is wrong, 2 without the folder."""
    scores = [measure(expected) for expected in all_expected()]
    if not scores:
        print(f"no shared reports under {shared()}; set GONGKAI_SHARED")
        return 2
    print("\n".join(report_lines(scores)))
    return 1 if any(map(bad, scores)) else 0


if __name__ == "__main__":
    sys.exit(main())
