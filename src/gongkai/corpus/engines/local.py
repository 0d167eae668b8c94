"""All cores of this machine: as many hands as wanted, each kept by a thread that only waits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

from gongkai.corpus.keeper import Keeper
from gongkai.corpus.shards import Shard
from gongkai.files.limits import Limits


def run(store: Path, shards: Sequence[Shard], limits: Limits, jobs: int) -> Iterator[str]:
    """Write the shards with ``jobs`` processes; the names as they are finished. Raises ``ShardError``."""
    waiting: SimpleQueue[Shard] = SimpleQueue()
    ends: SimpleQueue[str | Exception] = SimpleQueue()
    # The fullest first, so that no single long one is left for the end.
    for shard in sorted(shards, key=lambda shard: -len(shard.files)):
        waiting.put(shard)
    keepers = [Keeper(store, limits) for _ in range(max(1, min(jobs, len(shards))))]
    threads = [Thread(target=_keep, args=(keeper, waiting, ends), daemon=True) for keeper in keepers]
    for thread in threads:
        thread.start()
    try:
        for _ in shards:
            end = ends.get()
            if isinstance(end, Exception):
                raise end
            yield end
    finally:
        while not waiting.empty():  # so that a keeper whose hand is ended takes no further shard
            _take(waiting)
        for keeper in keepers:
            keeper.close()


def _keep(keeper: Keeper, waiting: SimpleQueue[Shard], ends: SimpleQueue[str | Exception]) -> None:
    while (shard := _take(waiting)) is not None:
        try:
            ends.put(keeper.do(shard))
        except Exception as error:
            ends.put(error)
            return


def _take(waiting: SimpleQueue[Shard]) -> Shard | None:
    try:
        return waiting.get_nowait()
    except Empty:
        return None
