"""Two thousand mutated random reports: none silently wrong, determinable kinds exact, none slow or crashing.

The long run is ``make fuzz``. Cases follow from their number, so a failure is made again with
``python -m tests.adversary.fuzz --first N --count 1``.
"""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor

import pytest

from tests.adversary.fuzz import LEAST, failures
from tests.adversary.mutations import BY_NAME
from tests.adversary.run import PAIRS, Tally, cases, make, read, tally

COUNT = 2_000
CHUNK = 250


def _chunk(first: int) -> Tally:
    return tally(cases(CHUNK, first))


@pytest.fixture(scope="module")
def total() -> Tally:
    """The tally of all cases, made once on all cores."""
    out = Tally()
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for part in pool.map(_chunk, range(0, COUNT, CHUNK)):
            out.merge(part)
    return out


def test_all_cases_ran_and_every_pair_was_met(total: Tally) -> None:
    """The run is as large as promised and leaves out no kind in no layout."""
    assert sum(total.reports.values()) == COUNT >= 3 * len(PAIRS)
    assert set(total.reports) == set(BY_NAME)


def test_no_figure_is_silently_wrong(total: Tally) -> None:
    """A value that differs from the print stands under a flag, always."""
    assert not total.wrong, "\n".join(f"{name}: {what}" for name, what in total.wrong[:30])


def test_nothing_crashes(total: Tally) -> None:
    """Every file gives one report."""
    assert not total.problems, "\n".join(f"{name}: {what}" for name, what in total.problems[:30])


def test_no_file_takes_two_seconds(total: Tally) -> None:
    """No hang."""
    assert not total.slow, total.slow


@pytest.mark.parametrize("kind", [m.name for m in BY_NAME.values() if m.determinable])
def test_determinable_kinds_are_exact(total: Tally, kind: str) -> None:
    """At least 95 of 100 reports of each determinable kind are read exactly, without a flag."""
    assert total.exact[kind] >= LEAST * total.reports[kind], (
        f"{kind}: {total.exact[kind]} of {total.reports[kind]} exact; {dict(total.cells[kind])}"
    )


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_printed_to_pdf(seed: int) -> None:
    """A few of the same reports as ruled PDFs: nothing wrong, nothing lost."""
    result = read(*make(seed, "nothing", "pdf"))
    assert not result.problem
    assert not result.verdict.wrong, result.verdict.wrong[:5]
    assert result.verdict.exact, result.verdict.inexact[:5]


def test_failures_names_each_broken_promise() -> None:
    """Control: the judgement that the fuzz run ends on does fail."""
    bad = Tally()
    bad.reports["nothing"] = 100
    bad.exact["nothing"] = 94
    bad.wrong.append(("a.html", "wrong"))
    assert len(failures(bad)) == 2
    bad.exact["nothing"] = 95
    bad.wrong.clear()
    assert failures(bad) == []


def test_a_case_is_the_same_each_time() -> None:
    """Cases follow from their number alone."""
    assert make(11, "shift_right", "html_word")[2] == make(11, "shift_right", "html_word")[2]
    assert make(11, "shift_right", "html_word")[2] != make(12, "shift_right", "html_word")[2]
