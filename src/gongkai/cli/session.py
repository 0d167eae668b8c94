"""One run of ``read`` or ``check`` from names to exit status: results to standard output, failures,
progress, counts.
"""

from __future__ import annotations

import shutil
import sys
import time
from collections import Counter
from collections.abc import Sequence
from os import environ
from typing import TextIO

from gongkai.cli.batch import cores, run
from gongkai.cli.examine import Examination, Outcome, Style
from gongkai.cli.gather import shown
from gongkai.values.findings import Severity

FINE, WRONG, UNREADABLE = 0, 1, 2
"""Exit statuses: nothing at severity error; an error found; a file could not be read (the last wins)."""

MANY = 5
"""Above this many files a person gets no tables unless asked for."""


def style_for(as_json: bool, full: bool | None, files: int) -> Style:
    """How to print here: colour only on a terminal that wants it, its width, tables where there are few
    files.
    """
    terminal = sys.stdout.isatty()
    colour = terminal and not as_json and "NO_COLOR" not in environ and environ.get("TERM") != "dumb"
    width = shutil.get_terminal_size((100, 24)).columns if terminal else 100
    return Style(as_json, colour, max(60, width), brief=files > MANY if full is None else not full)


def examine(names: Sequence[str], plan: Examination, jobs: int | None) -> int:
    """Examine every file, print what came of each in order, and give the exit status."""
    if not names:
        print(
            "没有找到可以读的文件。请核对目录里是否有网页、Word、WPS、PDF、Excel、文本等报告文件。",
            file=sys.stderr,
        )
        return UNREADABLE
    tally = Tally()
    bar = Bar(len(names), sys.stderr)
    try:
        for outcome in run(plan, names, jobs or cores(), plan.limits):
            tally.add(outcome)
            bar.clear()
            tell(outcome, plan.style.as_json)
            bar.show(tally.files)
    finally:
        bar.clear()
    if len(names) == 1 and tally.stale:
        print(f"处置意见中有 {tally.stale} 条对不上现在的问题：数值已变，或者问题已经消除。", file=sys.stderr)
    if not plan.style.as_json:
        print(tally.words(plan.checking))
    return tally.status


def tell(outcome: Outcome, as_json: bool) -> None:
    """Print what came of one file; for a person a failure is one line on standard error."""
    if outcome.failed and not as_json:
        sys.stdout.flush()
        print(f"{shown(outcome.name)}：{outcome.message}", file=sys.stderr)
    else:
        sys.stdout.write(outcome.text)


class Tally:
    """Counts over all files."""

    def __init__(self) -> None:
        self.files = self.failures = self.reports = self.wrong = self.stale = 0
        self.findings: Counter[str] = Counter()

    def add(self, outcome: Outcome) -> None:
        """Count one more file."""
        self.files += 1
        self.failures += outcome.failed
        self.reports += outcome.reports
        self.wrong += outcome.wrong
        self.stale += outcome.stale
        self.findings.update(outcome.counts)

    @property
    def status(self) -> int:
        """The exit status that follows."""
        if self.failures:
            return UNREADABLE
        return WRONG if self.wrong else FINE

    def words(self, checking: bool) -> str:
        """The last line for a person."""
        parts = [f"共 {self.files} 个文件，{self.reports} 份报告"]
        if checking:
            parts.append(f"{self.reports - self.wrong} 份没有错误，{self.wrong} 份有错误")
            parts.append(
                "、".join(f"{severity.label} {self.findings[severity.value]} 处" for severity in Severity)
            )
        if self.failures:
            parts.append(f"{self.failures} 个文件读不了")
        return "；".join(parts) + "。"


class Bar:
    """Progress on standard error, only where that is a terminal and there is more than one file."""

    EVERY = 0.1
    CELLS = 30

    def __init__(self, total: int, stream: TextIO) -> None:
        self.total, self.stream = total, stream
        self.active = total > 1 and stream.isatty()
        self.shown_at = 0.0
        self.visible = False

    def show(self, done: int) -> None:
        """Draw the bar, at most ten times a second."""
        now = time.monotonic()
        if not self.active or now - self.shown_at < self.EVERY:
            return
        filled = self.CELLS * done // self.total
        sys.stdout.flush()
        self.stream.write(f"{'█' * filled}{'░' * (self.CELLS - filled)} {done}/{self.total}")
        self.stream.flush()
        self.shown_at, self.visible = now, True

    def clear(self) -> None:
        """Take the bar off the line so that other text may stand there."""
        if self.visible:
            self.stream.write("\r\x1b[K")
            self.stream.flush()
            self.visible = False
