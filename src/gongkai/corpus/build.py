"""A folder becomes a store: plan the shards, have the missing ones written, tidy up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from gongkai.corpus.engines import local
from gongkai.corpus.shards import Shard, entries, shards
from gongkai.corpus.store import Store
from gongkai.files.limits import Limits
from gongkai.values.errors import Refused

ENGINES = ("local", "dask")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: files done (those of earlier runs too) and files in all."""

    done: int
    files: int


def build(  # noqa: PLR0917  # what the command line offers
    folder: Path,
    out: Path,
    jobs: int,
    engine: str = "local",
    scheduler: str | None = None,
    limits: Limits | None = None,
) -> Iterator[Progress]:
    """Write what is missing of the store ``out``; progress at the start and after each shard.

    Raises :class:`Refused` where ``folder`` is no folder or ``out`` lies in the way, and what the engines
    raise. A run that is broken off is taken up by the next call.
    """
    _check(folder, out)
    planned = shards(folder, entries(folder))
    store = Store(out.resolve())
    store.plan(planned)
    sizes = {shard.name: len(shard.files) for shard in planned}
    missing = [shard for shard in planned if not store.has(shard.name)]
    done = sum(sizes.values()) - sum(len(shard.files) for shard in missing)
    yield Progress(done, sum(sizes.values()))
    for name in _run(engine, store.folder, missing, limits or Limits(), jobs, scheduler):
        done += sizes[name]
        yield Progress(done, sum(sizes.values()))
    store.tidy()


def _check(folder: Path, out: Path) -> None:
    if not folder.is_dir():
        raise Refused("no_folder", f"找不到文件夹：{folder}。请核对路径。")
    if out.exists() and not out.is_dir():
        raise Refused("no_folder", f"{out} 不是文件夹，不能在这里建库。请另外指定 --out。")
    if out.is_dir() and any(out.iterdir()) and not (out / "manifest.json").exists():
        raise Refused("not_empty", f"{out} 里已有其他文件，不能在这里建库。请指定一个空文件夹。")


def _run(  # noqa: PLR0917  # as build
    engine: str, store: Path, missing: list[Shard], limits: Limits, jobs: int, scheduler: str | None
) -> Iterator[str]:
    if not missing:
        return iter(())
    if engine == "dask":
        from gongkai.corpus.engines import dask  # noqa: PLC0415  # Dask is an extra

        return dask.run(store, missing, limits, jobs, scheduler)
    return local.run(store, missing, limits, jobs)
