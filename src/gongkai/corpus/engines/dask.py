"""A Dask cluster: the same job, one shard a task. Needs the extra ``scale``.

Folder and store must be seen under the same path by every worker. A task runs in a process of its own beside
the worker (:mod:`gongkai.corpus.keeper`), since alarms and memory bounds need one; the worker only waits, and
what goes over the network is the list of files and the name of what was written. Without a scheduler the
workers are therefore threads of this process. A worker that dies takes its hand with it, and Dask gives its
shards out again; a hand that dies is replaced by its keeper.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

from gongkai.corpus.keeper import Keeper
from gongkai.corpus.shards import Shard
from gongkai.files.limits import Limits
from gongkai.values.errors import NeedsExtra

_KEEPERS: dict[int, Keeper] = {}
"""A keeper for each thread of the Dask workers in this process, so that a hand serves many shards."""


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
        # One call for all: submitted one by one, each would be given to a worker at once, and a run would end
        # with one of them at work alone. The fullest first, as the local engine has it.
        ordered = sorted(shards, key=lambda shard: -len(shard.files))
        work = partial(_do, store=str(store), limits=limits)
        tasks = client.map(work, ordered, key=[shard.name for shard in ordered])
        try:
            for task in as_completed(tasks):  # type: ignore[no-untyped-call]
                yield str(task.result())
        finally:
            with suppress(OSError, TimeoutError):  # the cluster has gone away, and the hands with it
                client.cancel(tasks)
                client.run(_release, str(store))


@contextmanager
def _client(client: Any, cluster: Any, jobs: int, scheduler: str | None) -> Iterator[Any]:
    if scheduler is not None:
        with client(scheduler) as ours:
            yield ours
        return
    import dask.config  # noqa: PLC0415  # the extra scale

    options = {"n_workers": jobs, "threads_per_worker": 1, "processes": False, "dashboard_address": None}
    # Our workers' threads only wait: to look at them a hundred times a second takes more than it tells.
    quiet = dask.config.set({"distributed.worker.profile.enabled": False})
    with quiet, cluster(**options) as local, client(local) as ours:
        yield ours


def _do(shard: Shard, store: str, limits: Limits) -> str:
    """On a worker: the shard by this thread's hand."""
    keeper = _KEEPERS.get(threading.get_ident())
    if keeper is None or (keeper.store, keeper.limits) != (Path(store), limits):
        keeper = _KEEPERS[threading.get_ident()] = Keeper(Path(store), limits)
    return keeper.do(shard)


def _release(store: str) -> None:
    """On a worker, after a run: end the hands of that store, so that none stays behind in the cluster."""
    for thread, keeper in list(_KEEPERS.items()):
        if keeper.store == Path(store):
            del _KEEPERS[thread]
            keeper.close()
