"""The three tables from a ledger of 1,000,000 entries, as a ratio to ``Counter(entries)`` over the same.

Run: ``python bench/tables_from_ledger.py [ENTRIES]``. The ledger is invented: mostly cases of ten entries
with correction, consultation and extension, received evenly over three years, some still open; a tenth
documents and decisions, some cases of remedy. Building the entries is not measured. Prints seconds (best of
three, the collector of garbage off in both) and the ratio; beside them the ratio to counting the bare ids.
"""

from __future__ import annotations

import gc
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from gongkai.ledger.applications import Applicant, ApplicationEntry
from gongkai.ledger.entries import Entry
from gongkai.ledger.proactive import Act, Item, ProactiveEntry
from gongkai.ledger.remedies import Path, RemedyEntry, Step
from gongkai.statute.events import Asked, Channel, Event, Kind
from gongkai.tables import applications, proactive, remedies

_ORGAN, _CLERK = "浑湾市测试局", "甲"
_ROUNDS = 3
_LIFE: tuple[tuple[Kind, int], ...] = (
    (Kind.SUBMITTED, 0),
    (Kind.RECEIVED, 1),
    (Kind.CORRECTION_NOTICE, 4),
    (Kind.CORRECTED, 9),
    (Kind.CONSULTATION_SENT, 12),
    (Kind.CONSULTATION_RETURNED, 20),
    (Kind.EXTENDED, 22),
    (Kind.DECIDED, 30),
    (Kind.DISPATCHED, 31),
    (Kind.DELIVERED, 34),
)
_DECISIONS = ("disclosed.supplied", "partly_disclosed", "withheld.internal_affairs", "not_processed.petition")


def _case(number: int, count: int) -> list[Entry]:
    """The first ``count`` entries of one case."""
    start = date(2023, 1, 1) + timedelta(days=number * 7 % 1000)
    applicant = list(Applicant)[number % 6]
    out: list[Entry] = []
    for position, (kind, after) in enumerate(_LIFE[:count], 1):
        on = start + timedelta(days=after)
        event = Event(
            kind,
            on,
            channel=Channel.INTERNET if kind is Kind.SUBMITTED else None,
            to=Asked.THIRD_PARTY if kind is Kind.CONSULTATION_SENT else None,
            decision=_DECISIONS[number % 4] if kind is Kind.DECIDED else None,
            days=5 if kind is Kind.EXTENDED else None,
        )
        recorded = datetime(on.year, on.month, on.day, 9, tzinfo=UTC)
        who = applicant if position <= 2 else None
        out.append(ApplicationEntry(_ORGAN, f"{number:07d}", position, on, recorded, _CLERK, event, who))
    return out


def _others(number: int) -> list[Entry]:
    on = date(2023, 1, 1) + timedelta(days=number % 1000)
    recorded = datetime(on.year, on.month, on.day, 9, tzinfo=UTC)
    head = (1, on, recorded, _CLERK)
    if number % 50 == 0:
        return [RemedyEntry(_ORGAN, f"复{number}", *head, Step.ACCEPTED, Path.RECONSIDERATION)]
    item, act = ((Item.NORMATIVE_DOCUMENT, Act.ISSUED), (Item.LICENCE, Act.DECIDED))[number % 2]
    return [ProactiveEntry(_ORGAN, f"文{number}", *head, act, item)]


def ledger(size: int) -> list[Entry]:
    """About ``size`` entries: nine in ten of applications, the rest of the other two ledgers."""
    out: list[Entry] = []
    number = 0
    while len(out) < size * 9 // 10:
        out += _case(number, 10 if number % 5 else 7)
        number += 1
    while len(out) < size:
        out += _others(number)
        number += 1
    return out


def _best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(_ROUNDS):
        gc.collect()
        gc.disable()
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
        gc.enable()
    return min(times)


def main() -> None:
    """Print the seconds of both and their ratio."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    entries = ledger(size)
    ids = [(e.subject, e.position) for e in entries]
    known_at = datetime(2025, 3, 1, tzinfo=UTC)

    def tables() -> list[object]:
        return [room.build(entries, 2024, known_at) for room in (applications, proactive, remedies)]

    floor, bare, ours = _best(lambda: Counter(entries)), _best(lambda: Counter(ids)), _best(tables)
    print(
        f"tables from {len(entries)} entries: {ours:.2f} s; Counter(entries) {floor:.2f} s; "
        f"{ours / floor:.2f} x (at most 4); Counter of their ids {bare:.2f} s; {ours / bare:.2f} x"
    )


if __name__ == "__main__":
    main()
