"""Judgement of a reading against the truth: exact, flagged, lost with its table, or silently wrong.

``exact`` means the printed value without any flag on it; a right value under a flag counts as flagged, so a
reader gains nothing by flagging everything.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from gongkai.report.document import AnnualReport
from gongkai.tables.form import Path

from .case import ABSENT, Accepted, Case

EXACT, FLAGGED, LOST, WRONG = "exact", "flagged", "lost", "wrong"
DASHES = frozenset("-—－–―─")


@dataclass(slots=True)
class Verdict:
    """Cells by outcome; ``settled`` counts those that the print settles; ``wrong`` lists what was misread."""

    cells: Counter[str] = field(default_factory=Counter)
    settled: Counter[str] = field(default_factory=Counter)
    wrong: list[tuple[Path, Accepted, object]] = field(default_factory=list)
    inexact: list[tuple[Path, Accepted, object, str]] = field(default_factory=list)

    @property
    def exact(self) -> bool:
        """Every cell that the print settles was read exactly, and none wrongly."""
        return not self.wrong and set(self.settled) <= {EXACT}


def same(got: object, wanted: object) -> bool:
    """Equal as printed: numbers by value, strings by text, dashes all alike."""
    if wanted is None or got is None or ABSENT in (got, wanted):
        return got is wanted or got == wanted
    if isinstance(got, bool):
        return False
    if str(got) == str(wanted):
        return True
    if isinstance(got, str) and got and isinstance(wanted, str) and set(got) | set(wanted) <= DASHES:
        return True
    try:
        return Decimal(str(got)) == Decimal(str(wanted))
    except InvalidOperation:
        return False


def _outcome(report: AnnualReport, path: Path, accepted: Accepted) -> tuple[str, object]:
    table = report.table(path[0])
    if table is None:
        return LOST, ABSENT
    got: object = table.cells.get((path[1], path[2]), ABSENT)
    flagged = report.flagged(*path)
    if any(same(got, wanted) for wanted in accepted):
        return (FLAGGED if flagged else EXACT), got
    return (FLAGGED if flagged else WRONG), got


def judge(case: Case, report: AnnualReport) -> Verdict:
    """Hold a reading against what the case accepts, cell by cell."""
    verdict = Verdict()
    for path, accepted in case.expect.items():
        outcome, got = _outcome(report, path, accepted)
        verdict.cells[outcome] += 1
        if path not in case.open:
            verdict.settled[outcome] += 1
            if outcome != EXACT:
                verdict.inexact.append((path, accepted, got, outcome))
        if outcome == WRONG:
            verdict.wrong.append((path, accepted, got))
    return verdict


# ------------------------------------------------------------------ what a glued line leaves in doubt


def _ways(digits: str, start: int, size: int, sums: bool) -> Counter[int]:
    """Ends of the ways to cut ``size`` numbers off ``digits``; the last is their sum where ``sums``."""
    ends: Counter[int] = Counter()

    def step(at: int, left: int, total: int) -> None:
        if left == 0:
            ends[at] += 1
            return
        longest = len(digits) - left + 1
        stops = [at + 1] if digits[at : at + 1] == "0" else range(at + 1, min(longest, at + 7) + 1)
        for stop in stops:
            if stop > len(digits):
                break
            number = int(digits[at:stop])
            if left == 1 and sums and number != total:
                continue
            step(stop, left - 1, total + number)

    step(start, size, 0)
    return ends


def cuts(digits: str, sizes: list[int], sums: bool) -> int:
    """In how many ways a run of digits is that many groups of numbers without leading zeros.

    >>> cuts("0000000", [7], True), cuts("230000023", [7], True), cuts("123", [2], False)
    (1, 1, 2)
    """
    ways: Counter[int] = Counter({0: 1})
    for size in sizes:
        onward: Counter[int] = Counter()
        for at, count in ways.items():
            for end, more in _ways(digits, at, size, sums).items():
                onward[end] += count * more
        ways = onward
    return ways[len(digits)]


def open_where_glued(case: Case) -> None:
    """Leave open every row whose glued digits have more than one cut, or hold more than digits."""
    width = {"applications": [7], "remedies": [5, 5, 5]}
    for tree in case.page.trees():
        for row in tree.rows:
            numbers = row.numbers
            text = "".join(c.text for c in numbers)
            if len(numbers) < 2:
                continue
            sizes = width.get(tree.key, [len(numbers)])
            plain = re.fullmatch(r"\d+", text) is not None
            if not plain or len(text) > 40 or cuts(str_ascii(text), sizes, tree.key != "proactive") != 1:
                case.leave_open(numbers)


def str_ascii(digits: str) -> str:
    """Digits of any width as ASCII digits."""
    return "".join(str(int(d)) for d in digits)
