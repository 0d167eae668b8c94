"""The long run: ``python -m tests.adversary.fuzz --count 100000``.

Cases follow from their number alone, so a failure can be made again with ``--first N --count 1``. Exit
status 1 when a figure was silently wrong, a reading crashed or took over two seconds, or a determinable
kind fell under 95 % exact.
"""

from __future__ import annotations

import argparse
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from .mutations import BY_NAME
from .run import Tally, cases, tally

CHUNK = 200
LEAST = 0.95


def _chunk(span: tuple[int, int]) -> Tally:
    first, count = span
    return tally(cases(count, first))


def failures(total: Tally) -> list[str]:
    """What breaks a promise, in words; empty where all is well."""
    out = [f"silently wrong: {name}: {what}" for name, what in total.wrong]
    out += [f"crash: {name}: {what}" for name, what in total.problems]
    out += [f"slow: {name}: {seconds:.1f} s" for name, seconds in total.slow]
    for kind, reports in total.reports.items():
        if BY_NAME[kind].determinable and total.exact[kind] < LEAST * reports:
            out.append(f"only {total.exact[kind]} of {reports} exact: {kind}")
    return out


def main(arguments: list[str] | None = None) -> int:
    """Run the cases on all cores, print the table, name the failures."""
    parser = argparse.ArgumentParser(
        description="Read mutated random reports and hold them against the truth."
    )
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--show", type=int, default=40, help="failures to name")
    parser.add_argument("--save", type=Path, help="folder for the files of failed cases (small runs)")
    options = parser.parse_args(arguments)
    spans = [
        (at, min(CHUNK, options.first + options.count - at))
        for at in range(options.first, options.first + options.count, CHUNK)
    ]
    total = Tally()
    if options.save:
        options.save.mkdir(parents=True, exist_ok=True)
        for result in cases(options.count, options.first):
            total.add(result)
            if result.verdict.wrong or result.problem:
                (options.save / result.name).write_bytes(result.data)
    else:
        with ProcessPoolExecutor(options.jobs) as pool:
            for done, part in enumerate(pool.map(_chunk, spans), 1):
                total.merge(part)
                print(f"\r{min(done * CHUNK, options.count)}/{options.count}", end="", file=sys.stderr)
        print(file=sys.stderr)
    print("\n".join(total.lines()))
    bad = failures(total)
    print("\n".join(bad[: options.show]))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
