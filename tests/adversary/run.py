"""Make cases, have them read, judge them: the one loop behind the mutation test and the long fuzz run."""

from __future__ import annotations

import random
import signal
import time
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from . import markup, office, plain
from .case import Case, start
from .generator import sample
from .judge import Verdict, judge, open_where_glued
from .mutations import BY_NAME, MUTATIONS
from .page import Page

Render = Callable[[Page, random.Random], bytes]
SLOW = 2.0
"""Seconds of processor time that no file may take."""
HANGS = 20
"""Seconds after which a reading is broken off."""

LAYOUTS: dict[str, tuple[str, Render]] = {
    "html_clean": ("html", markup.html_clean),
    "html_word": ("html", markup.html_word),
    "html_nested": ("html", markup.html_nested),
    "html_chrome": ("html", markup.html_chrome),
    "html_one": ("html", markup.html_one),
    "html_several": ("html", markup.html_several),
    "docx": ("docx", office.docx),
    "xlsx": ("xlsx", office.xlsx),
    "md": ("md", markup.md),
    "md_shifted": ("md", markup.md_shifted),
    "tabs": ("txt", plain.tabs),
    "pipes": ("txt", plain.pipes),
    "one_cell": ("txt", plain.one_cell),
    "one_cell_pipe": ("txt", plain.one_cell_pipe),
    "spaced": ("txt", plain.spaced),
    "spaced_line": ("txt", plain.spaced_line),
    "glued": ("txt", plain.glued),
    "pdf": ("pdf", office.pdf),
}

PAIRS: tuple[tuple[str, str], ...] = tuple(
    (m.name, layout) for m in MUTATIONS for layout in LAYOUTS if layout in m.layouts
)
"""Every kind of mutation in every layout that it makes sense in, in a fixed order."""


@dataclass(slots=True)
class Result:
    """A case with its file and what became of it; ``problem`` names a crash."""

    case: Case
    name: str
    data: bytes
    verdict: Verdict
    seconds: float = 0.0
    problem: str = ""


def make(seed: int, kind: str, layout: str) -> tuple[Case, str, bytes]:
    """The case, file name and bytes of that seed; a seed with nothing to change is passed over."""
    mutation = BY_NAME[kind]
    for offset in range(60):
        number = seed + offset * 1_000_003
        case = start(sample(number, errors=layout != "glued"), layout, kind, number)
        if mutation.apply(case):
            break
    else:
        raise AssertionError(f"{kind}: nothing to change from seed {seed}")
    if layout == "glued":
        open_where_glued(case)
    suffix, render = LAYOUTS[layout]
    data = render(case.page, case.rng)
    return case, f"{layout}-{kind}-{seed}.{suffix}", data


@contextmanager
def _bounded() -> Iterator[None]:
    """Break off a reading that hangs, so that a run ends and names it."""

    def stop(number: int, frame: object) -> None:
        raise TimeoutError(f"not done after {HANGS} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(HANGS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def read(case: Case, name: str, data: bytes) -> Result:
    """Read a file and judge it; a crash is a result too."""
    from gongkai.report.reader.reading import open_report

    began = time.process_time()
    try:
        with _bounded():
            reports = open_report(name, data).reports
    except Exception as error:
        return Result(
            case, name, data, Verdict(), time.process_time() - began, f"{type(error).__name__}: {error}"
        )
    spent = time.process_time() - began
    if len(reports) != 1:
        return Result(case, name, data, Verdict(), spent, f"{len(reports)} reports in one file")
    return Result(case, name, data, judge(case, reports[0]), spent)


def pair_of(index: int) -> tuple[str, str]:
    """Kind and layout of the case of that number: all pairs in turn, in a scattered order."""
    order = sorted(PAIRS, key=lambda p: zlib.crc32(f"{p[0]}/{p[1]}".encode()))
    return order[index % len(order)]


def cases(count: int, first: int = 0) -> Iterator[Result]:
    """Results of cases ``first`` to ``first + count``."""
    for index in range(first, first + count):
        kind, layout = pair_of(index)
        yield read(*make(index, kind, layout))


@dataclass(slots=True)
class Tally:
    """Results by kind of mutation: reports, exact reports, cells by outcome, and every failure."""

    reports: Counter[str] = field(default_factory=Counter)
    exact: Counter[str] = field(default_factory=Counter)
    cells: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    wrong: list[tuple[str, str]] = field(default_factory=list)
    problems: list[tuple[str, str]] = field(default_factory=list)
    slow: list[tuple[str, float]] = field(default_factory=list)
    by_layout: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, result: Result) -> None:
        """Count one result."""
        kind, layout = result.case.kind, result.case.layout
        self.reports[kind] += 1
        self.cells[kind] += result.verdict.cells
        good = result.verdict.exact and not result.problem
        self.exact[kind] += good
        self.by_layout[layout]["reports"] += 1
        self.by_layout[layout]["exact"] += good
        self.by_layout[layout]["wrong"] += bool(result.verdict.wrong)
        for path, accepted, got in result.verdict.wrong[:3]:
            self.wrong.append((result.name, f"{'.'.join(path)}: printed {accepted[0]!r}, read {got!r}"))
        if result.problem:
            self.problems.append((result.name, result.problem))
        if result.seconds > SLOW:
            self.slow.append((result.name, result.seconds))

    def merge(self, other: Tally) -> None:
        """Add the counts of another tally."""
        self.reports += other.reports
        self.exact += other.exact
        for kind, counter in other.cells.items():
            self.cells[kind] += counter
        for layout, counter in other.by_layout.items():
            self.by_layout[layout] += counter
        self.wrong += other.wrong
        self.problems += other.problems
        self.slow += other.slow

    def lines(self) -> list[str]:
        """The table that a person reads: one line a kind, one a layout, and the sums."""
        out = [
            f"{'kind':22}{'reports':>8}{'exact':>8}{'cells':>9}{'exact':>9}{'flagged':>9}{'lost':>7}{'wrong':>7}"
        ]
        for kind in sorted(self.reports):
            c = self.cells[kind]
            mark = "" if BY_NAME[kind].determinable else " *"
            share = self.exact[kind] / self.reports[kind]
            out.append(
                f"{kind + mark:22}{self.reports[kind]:8}{share:8.1%}{c.total():9}{c['exact']:9}"
                f"{c['flagged']:9}{c['lost']:7}{c['wrong']:7}"
            )
        out.append(
            "* not determinable: a flag is as good as the figure; exact counts the figures left in no doubt"
        )
        for layout, c in sorted(self.by_layout.items()):
            out.append(f"{layout:22}{c['reports']:8}{c['exact'] / c['reports']:8.1%}   wrong in {c['wrong']}")
        total = sum(self.reports.values())
        out.append(
            f"{total} reports, {sum(self.exact.values())} exact, {len(self.wrong)} wrong figures listed, "
            f"{len(self.problems)} crashed, {len(self.slow)} over {SLOW:.0f} s"
        )
        return out


def tally(results: Iterable[Result]) -> Tally:
    """Count results."""
    out = Tally()
    for result in results:
        out.add(result)
    return out
