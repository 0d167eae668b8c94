"""Claim: checking a report is no dearer than reading it.

Reading and checking of the samples that ship with the package, each many times in one process; printed is the
ratio checking / reading of each sample and of all together (below 1 is cheaper than reading).

    python bench/checking.py [rounds]
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from gongkai.report.checks.registry import run
from gongkai.report.reader.reading import open_report
from gongkai.report.samples.shelf import samples


def seconds(work: Callable[[], object], rounds: int) -> float:
    """The least time of one call in ``rounds`` calls."""
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    reading = checking = 0.0
    for sample in samples():
        data = sample.data()
        (report, *_) = open_report(sample.file, data).reports
        read = seconds(lambda name=sample.file, data=data: open_report(name, data), rounds)  # type: ignore[misc]
        check = seconds(lambda report=report: run(report), rounds)  # type: ignore[misc]
        reading, checking = reading + read, checking + check
        print(
            f"{sample.file}: reading {read * 1000:.1f} ms, checking {check * 1000:.1f} ms, "
            f"ratio {check / read:.2f}"
        )
    print(f"all {len(samples())}: ratio {checking / reading:.2f}")


if __name__ == "__main__":
    main()
