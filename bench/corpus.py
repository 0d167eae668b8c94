"""Claim: a folder becomes a store at 80 % or more of two bare readers, and each ready-made question over
3,000,000 rows is answered within a second.

The floor is two plain loops side by side, each over half of the files: open, read, check, nothing kept. The
store is built by two processes, to Parquet. The questions are asked of a store of 3,000,000 cells (and the
findings and clauses of as many reports) whose rows are made here, not read.

    python bench/corpus.py [files] [cells]
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from bench.check_many import floor, write_reports
from gongkai.corpus.asking import ask
from gongkai.corpus.build import build
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


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 4000
    cells = int(sys.argv[2]) if len(sys.argv) > 2 else 3_000_000
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        (place / "in").mkdir()
        write_reports(place / "in", count)
        plain = floor(place / "in")
        for engine in ("local", "dask"):
            start = time.perf_counter()
            for _ in build(place / "in", place / engine, 2, engine):
                pass
            took = time.perf_counter() - start
            told = f"two plain loops {plain:.1f} s, {engine} {took:.1f} s"
            print(f"{count} reports: {told}, ratio {plain / took:.2f}")
        store = generated(place / "made", cells)
        for table in ("reports", "cells", "findings", "clauses"):
            print(f"{table}: {ask(store, f'SELECT count(*) FROM {table}').rows[0][0]} rows")
        for one in questions().values():
            start = time.perf_counter()
            rows = len(ask(store, one.sql, 2).rows)
            print(f"{one.name}: {time.perf_counter() - start:.2f} s, {rows} rows")


if __name__ == "__main__":
    main()
