"""Hold a clock against the oracle: random cases by number, differences as sentences, the smallest case of each.

``python -m tests.oracle.compare --count 1000000`` runs the real clock (``tests.oracle.wiring``) and exits with 1
when there is a difference. The same numbers give the same cases, so a difference is named by its number.
"""

from __future__ import annotations

import argparse
import importlib
import multiprocessing
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from datetime import date

from gongkai.statute.events import Event, Kind

from .cases import case
from .naive import Answer, answer

Clock = Callable[[Sequence[Event], date], Answer]

KEYS = ("strict", "lenient", "provisional", "stage", "outcome", "breaches", "timely", "deadlines")
"""What is compared when no entry is refused; otherwise only ``refused``. Breaches have no order."""

REAL = "tests.oracle.wiring:real"


def differences(clock: Clock, events: Sequence[Event], on: date) -> list[str]:
    """For each key on which the clock and the oracle disagree, one line; none is what is hoped for."""
    said, expected = clock(events, on), answer(events, on)
    if "refused" in said or "refused" in expected:
        keys: tuple[str, ...] = ("refused",)
    else:
        keys = KEYS
        said, expected = ({**a, "breaches": sorted(a["breaches"])} for a in (said, expected))  # type: ignore[call-overload]
    return [
        f"{key}: clock {_plain(said.get(key))}, oracle {_plain(expected.get(key))}"
        for key in keys
        if said.get(key) != expected.get(key)
    ]


def compare(clock: Clock, seed: int) -> list[str]:
    """The differences in case number ``seed``."""
    return differences(clock, *case(seed))


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return value.isoformat() if isinstance(value, date) else value


def smallest(clock: Clock, events: Sequence[Event], on: date) -> list[Event]:
    """Leave out entries as long as the same keys still differ; the numbers that voidings name are kept right."""
    keys = _keys(differences(clock, events, on))
    left, place = list(events), 0
    if not keys:
        return left
    while place < len(left):
        fewer = _without(left, place)
        if answer(fewer, on).get("stage") != "" and _keys(differences(clock, fewer, on)) == keys:
            left, place = fewer, 0
        else:
            place += 1
    return left


def _keys(lines: Sequence[str]) -> tuple[str, ...]:
    return tuple(line.split(":")[0] for line in lines)


def _without(events: Sequence[Event], place: int) -> list[Event]:
    gone = place + 1
    rest = [e for n, e in enumerate(events, 1) if gone not in (n, e.of)]
    if len(rest) < len(events) - 1:
        return [e for e in rest if e.kind is not Kind.VOIDED]
    return [replace(e, of=e.of - 1) if e.of and e.of > gone else e for e in rest]


def written(events: Sequence[Event], on: date) -> str:
    """A case as a case file, with the day asked about on top."""
    lines = [f"# on {on.isoformat()}"]
    for number, event in enumerate(events, 1):
        parts = []
        for f in fields(event):
            value = getattr(event, f.name)
            if value not in (None, ()):
                parts.append(
                    f"{f.name} = {value}" if isinstance(value, date | int) else f'{f.name} = "{value}"'
                )
        lines.append(f"[[entry]]  # {number}\n" + "\n".join(parts))
    return "\n".join(lines)


def _load(name: str) -> Clock:
    module, _, function = name.partition(":")
    found: Clock = getattr(importlib.import_module(module), function)
    return found


def _batch(job: tuple[str, int, int]) -> list[tuple[int, tuple[str, ...]]]:
    clock = _load(job[0])
    found = ((seed, tuple(compare(clock, seed))) for seed in range(job[1], job[2]))
    return [(seed, lines) for seed, lines in found if lines]


def run(name: str, start: int, count: int, workers: int) -> list[tuple[int, tuple[str, ...]]]:
    """Compare cases ``start`` to ``start + count``; the number and the differences of each that differs."""
    size = min(2000, max(1, count // max(1, workers)))
    jobs = [(name, first, min(first + size, start + count)) for first in range(start, start + count, size)]
    if workers <= 1:
        return [pair for job in jobs for pair in _batch(job)]
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        return [pair for batch in pool.imap_unordered(_batch, jobs) for pair in batch]


def report(name: str, found: Sequence[tuple[int, tuple[str, ...]]], shown: int) -> None:
    """Print how many cases differ in which keys, and for each such group the smallest of its first cases."""
    groups: dict[tuple[str, ...], list[int]] = {}
    for seed, lines in sorted(found):
        groups.setdefault(_keys(lines), []).append(seed)
    clock = _load(name)
    for keys, seeds in sorted(groups.items(), key=lambda group: -len(group[1])):
        print(f"\n== {', '.join(keys)}: {len(seeds)} cases, the first {seeds[:5]}")
        lives = [(smallest(clock, *case(seed)), case(seed)[1]) for seed in seeds[:20]]
        for events, on in sorted(lives, key=lambda life: len(life[0]))[:shown]:
            print(written(events, on))
            print("\n".join(f"#   {line}" for line in differences(clock, events, on)))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run from the command line; 1 when something differs."""
    parser = argparse.ArgumentParser(description="Hold the clocks against the naive oracle.")
    parser.add_argument("--count", type=int, default=20_000, help="number of cases")
    parser.add_argument("--start", type=int, default=0, help="number of the first case")
    parser.add_argument("--workers", type=int, default=2, help="processes")
    parser.add_argument("--show", type=int, default=1, help="cases printed for each kind of difference")
    parser.add_argument("--clock", default=REAL, help="module:function to hold against the oracle")
    given = parser.parse_args(arguments)
    began = time.perf_counter()
    found = run(given.clock, given.start, given.count, given.workers)
    took = time.perf_counter() - began
    print(f"{given.count} cases, {len(found)} differ, {took:.0f} s, {given.count / took:.0f} cases a second")
    report(given.clock, found, given.show)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
