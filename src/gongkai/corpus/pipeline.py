"""The job of one shard: files to rows to Parquet. Every engine runs this, and nothing else.

A file that cannot be read costs its own row only: ``failure`` and ``reason`` in ``reports``.
"""

from __future__ import annotations

import faulthandler
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from gongkai.corpus.rows import Rows, failure_rows, report_rows
from gongkai.corpus.shards import Shard
from gongkai.corpus.store import Store
from gongkai.files.bounds import too_slow, trouble, within
from gongkai.files.limits import Limits, take
from gongkai.report.checks.registry import run
from gongkai.report.reader.reading import open_report

GRACE = 3.0
"""Seconds beyond the limit after which the process ends itself: a loop in C code hears no alarm."""

Began = Callable[[int], None]


def job(
    shard: Shard, store: Store, limits: Limits, lost: Mapping[int, tuple[str, str]], began: Began
) -> None:
    """Write the shard unless it is there; ``began(index)`` is called before each file.

    ``lost`` holds code and reason of the files that have already ended a process: they are not opened again.
    Call it in the main thread of a process, where alarms work.
    """
    if not store.has(shard.name):
        store.write(shard.name, _rows(shard, limits, lost, began))


def _rows(shard: Shard, limits: Limits, lost: Mapping[int, tuple[str, str]], began: Began) -> Iterator[Rows]:
    for index, name in enumerate(shard.files):
        if index in lost:
            yield failure_rows(shown(name), *lost[index])
            continue
        began(index)
        faulthandler.dump_traceback_later(limits.seconds + GRACE, exit=True)
        try:
            yield from _file(Path(shard.folder, name), shown(name), limits)
        finally:
            faulthandler.cancel_dump_traceback_later()


def _file(path: Path, name: str, limits: Limits) -> list[Rows]:
    try:
        with within(limits.seconds, too_slow(limits.seconds)):
            reports = open_report(path.name, take(path, limits), limits).reports
            return [report_rows(name, run(report)) for report in reports]
    except Exception as error:  # a fault of ours or of a library must not cost the other files
        return [failure_rows(name, *trouble(error))]


def shown(name: str) -> str:
    """The name as text that every file format takes; bytes that are no UTF-8 as ``\\\\xff``."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
