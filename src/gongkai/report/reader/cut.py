"""Cells that print has run together or taken apart, told apart again by the sums they must make.

A token is the text of one printed cell. ``ways`` gives every way to read ``count`` numbers out of tokens:
digits cut (``230`` → 2, 3, 0 or 23, 0 …), neighbours joined (``1`` ``2`` → 12). A number has no leading
zero. Whoever calls keeps those whose sums close; if exactly one does, the numbers are determined.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

_DIGITS = re.compile(r"\d+")
_MOST = 20_000
_MOST_COUNT = 15

Numbers = tuple[int | None, ...]


def digits(token: str) -> list[str]:
    """The runs of digits in a token; spaces and separators between them part numbers."""
    return _DIGITS.findall(token.replace(",", "").replace("，", ""))


def cuts(run: str, count: int) -> Iterator[tuple[int, ...]]:
    """Every way to cut a run of digits into ``count`` numbers without leading zeros."""
    if count == 1:
        if run and (run == "0" or run[0] != "0"):
            yield (int(run),)
        return
    for size in range(1, len(run) - count + 2):
        head = run[:size]
        if size > 1 and head[0] == "0":
            return
        for rest in cuts(run[size:], count - 1):
            yield (int(head), *rest)


def ways(runs: list[str], count: int) -> Iterator[tuple[int, ...]]:
    """Every way to read ``count`` numbers from runs of digits: each run is cut into one or more numbers."""
    if not runs:
        if count == 0:
            yield ()
        return
    head, rest = runs[0], runs[1:]
    most = min(len(head), count - len(rest))
    least = max(1, count - sum(map(len, rest)))
    for share in range(least, most + 1):
        for first in cuts(head, share):
            for others in ways(rest, count - share):
                yield (*first, *others)


def cut_row(runs: list[str], count: int, closes: tuple[tuple[int, ...], ...]) -> list[tuple[int, ...]]:
    """The readings of ``count`` numbers whose sums close: each of ``closes`` is (parts…, total) by position.

    An empty list where nothing closes or where there are too many ways to try.
    """
    if not runs or sum(map(len, runs)) < count or count > _MOST_COUNT:
        return []
    # the total is the last number and its digits bound the parts: enough pruning for seven cells
    found: list[tuple[int, ...]] = []
    for tried, reading in enumerate(islice(ways(runs, count), _MOST)):
        if tried == _MOST - 1:
            return []
        if all(sum(reading[i] for i in parts[:-1]) == reading[parts[-1]] for parts in closes):
            found.append(reading)
    return found


def joins(runs: list[str], count: int) -> Iterator[tuple[int, ...]]:
    """Every way to join neighbouring runs so that ``count`` numbers are left (a number split over cells)."""
    if count == 0:
        if not runs:
            yield ()
        return
    for size in range(1, len(runs) - count + 2):
        head = "".join(runs[:size])
        if len(head) > 1 and head[0] == "0":
            return
        for rest in joins(runs[size:], count - 1):
            yield (int(head), *rest)
