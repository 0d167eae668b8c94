"""A Dask cluster: the same job, one shard a task. Needs the extra ``scale``.

Folder and store must be seen under the same path by every worker. A task runs in a process of its own beside
the worker (:mod:`gongkai.corpus.keeper`), since alarms and memory bounds need one; a worker that dies is
replaced by Dask, and its shards are given out again.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from gongkai.corpus.keeper import Keeper
from gongkai.corpus.shards import Shard
from gongkai.files.limits import Limits
from gongkai.values.errors import NeedsExtra

_KEEPERS = threading.local()
"""A keeper for each thread of a Dask worker, so that a hand serves many shards."""


def run(
    store: Path, shards: Sequence[Shard], limits: Limits, jobs: int, scheduler: str | None = None
) -> Iterator[str]:
    """Write the shards on the cluster at ``scheduler``, without one on ``jobs`` workers started here.

    Gives the names as they are finished. Raises ``ShardError``, and :class:`NeedsExtra` without Dask.
    """
    try:
        from distributed import Client, LocalCluster, as_completed  # noqa: PLC0415  # the extra scale
    except ImportError as error:
        raise NeedsExtra(
            "needs_dask", "没有安装 Dask。请先安装扩展部件 scale，或者改用 --engine local。"
        ) from error
    with _client(Client, LocalCluster, jobs, scheduler) as client:
        tasks = [client.submit(_do, shard, str(store), limits, key=shard.name) for shard in shards]
        for task in as_completed(tasks):  # type: ignore[no-untyped-call]
            yield str(task.result())


@contextmanager
def _client(client: Any, cluster: Any, jobs: int, scheduler: str | None) -> Iterator[Any]:
    if scheduler is not None:
        with client(scheduler) as ours:
            yield ours
        return
    options = {"n_workers": jobs, "threads_per_worker": 1, "dashboard_address": None}
    with cluster(**options) as local, client(local) as ours:
        yield ours


def _do(shard: Shard, store: str, limits: Limits) -> str:
    """On a worker: the shard by this thread's hand."""
    keeper = getattr(_KEEPERS, "keeper", None)
    if keeper is None or (keeper.store, keeper.limits) != (Path(store), limits):
        keeper = _KEEPERS.keeper = Keeper(Path(store), limits)
    return str(keeper.do(shard))
