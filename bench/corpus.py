"""Claim: a folder becomes a store at 80 % or more of two bare readers, and each ready-made question over
3,000,000 rows is answered within a second.

The floor is two plain loops side by side, each over half of the files: open, read, check, nothing kept. The
store is built by ``gongkai corpus build --jobs 2``, start of all processes included, to Parquet, by the local
engine and by Dask; the three take turns, and of each the median counts, by the clock and in processor time
(which other work on the machine hardly changes). The questions are asked of a store of 3,000,000 cells (and
the findings and clauses of as many reports) whose rows are made here, not read.

    python bench/corpus.py [files] [rounds] [cells]
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from subprocess import DEVNULL

from bench.check_many import environment, floor, write_reports
from gongkai.corpus.asking import ask
from gongkai.corpus.questions.registry import questions
from gongkai.corpus.rows import failure_rows
from gongkai.corpus.shards import Shard
from gongkai.corpus.store import Store
from gongkai.tables.form import form

REPORTS_A_SHARD = 256
CLAUSES = 60


def made(number: int) -> dict[str, object]:
    """The rows of one invented report: all cells of the form, two findings, sixty clauses."""
    paths = [path for table in form("2021").tables for path in table.paths()]
    rows = failure_rows(f"{number:06}.html", "", "")
    organ, year = number // 3, 2022 + number % 3
    late = number % 10 == 0
    known = {
        "format": "html", "organ": f"临溪市第{organ}司法所", "organ_kind": "justice", "year": year,
        "edition": "2021", "dated_on": f"{year + 1}-0{3 if late else 1}-20", "deadline": f"{year + 1}-01-31",
        "failure": None, "reason": None,
    }  # fmt: skip
    rows["part"] = 1
    rows["reports"] = {name: [known.get(name, 0 if name in COUNTS else None)] for name in rows["reports"]}
    rows["cells"] = {
        "table_key": [path[0] for path in paths], "row_key": [path[1] for path in paths],
        "column_key": [path[2] for path in paths], "kind": ["number"] * len(paths),
        "number": [(number * 7 + i) % 50 for i in range(len(paths))], "text": [None] * len(paths),
        "flagged": [False] * len(paths),
    }  # fmt: skip
    lists = rows["findings"]
    rows["findings"] = {name: [None, None] for name in lists} | {
        "code": ["R302", "R106"], "severity": ["error", "notice"],
    }  # fmt: skip
    marks = [(i if i < 30 else (number // 2) * 1000 + i) for i in range(CLAUSES)]
    rows["clauses"] = {"chapter": [1] * CLAUSES, "fingerprint": marks, "length": [20] * CLAUSES}
    return rows


COUNTS = ("flags", "errors", "warnings", "notices")


def generated(folder: Path, cells: int) -> Store:
    """A store of at least ``cells`` cells."""
    each = sum(1 for table in form("2021").tables for _ in table.paths())
    reports = -(-cells // each)
    starts = range(0, reports, REPORTS_A_SHARD)
    ends = [min(start + REPORTS_A_SHARD, reports) for start in starts]
    spans = list(zip(starts, ends, strict=True))
    planned = [Shard(f"{a:032}", "", tuple(map(str, range(a, b)))) for a, b in spans]
    store = Store(folder)
    store.plan(planned)
    for shard, (a, b) in zip(planned, spans, strict=True):
        store.write(shard.name, map(made, range(a, b)))
    return store


def once(folder: Path, how: str) -> tuple[float, float]:
    """Seconds by the clock and of processor time for all processes of one way through the files."""
    before, start = _children(), time.perf_counter()
    if how == "floor":
        floor(folder)
    else:
        with tempfile.TemporaryDirectory() as out:
            line = [sys.executable, "-m", "gongkai", "corpus", "build", str(folder), "--out", f"{out}/store"]
            subprocess.run(
                [*line, "--jobs", "2", "--engine", how], env=environment(), check=True, stderr=DEVNULL
            )
    return time.perf_counter() - start, _children() - before


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def compare(count: int, rounds: int) -> None:
    """The floor and both engines by turns, so that other work on the machine meets them alike."""
    seen: dict[str, list[tuple[float, float]]] = {how: [] for how in ("floor", "local", "dask")}
    with tempfile.TemporaryDirectory() as name:
        write_reports(Path(name), count)
        for number in range(rounds):
            order = list(seen) if number % 2 == 0 else list(seen)[::-1]
            for how in order:
                seen[how].append(once(Path(name), how))
    wall, used = ({how: median(pair[i] for pair in pairs) for how, pairs in seen.items()} for i in (0, 1))
    for how in seen:
        print(
            f"{count} reports, {how}: {wall[how]:.1f} s, processor {used[how]:.1f} s; floor / {how}: "
            f"{wall['floor'] / wall[how]:.2f} by the clock, {used['floor'] / used[how]:.2f} of processor time"
        )
    print(
        f"local / dask: {wall['local'] / wall['dask']:.2f} by the clock, {used['local'] / used['dask']:.2f}"
    )


def questions_of(cells: int) -> None:
    """Each ready-made question over so many cells."""
    with tempfile.TemporaryDirectory() as name:
        store = generated(Path(name), cells)
        for table in ("reports", "cells", "findings", "clauses"):
            print(f"{table}: {ask(store, f'SELECT count(*) FROM {table}').rows[0][0]} rows")
        for one in questions().values():
            start, used = time.perf_counter(), time.process_time()
            rows = len(ask(store, one.sql, 2).rows)
            took = time.perf_counter() - start
            print(f"{one.name}: {took:.2f} s, processor {time.process_time() - used:.2f} s, {rows} rows")


def main() -> None:
    """Measure and print."""
    count, rounds, cells = ([*map(int, sys.argv[1:]), *(2000, 3, 3_000_000)[len(sys.argv) - 1 :]])[:3]
    compare(count, rounds)
    questions_of(cells)


if __name__ == "__main__":
    main()
