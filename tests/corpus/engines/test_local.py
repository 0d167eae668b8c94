"""All cores: every shard once, and a fault that is no file's own ends the run with a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai.corpus.engines import local
from gongkai.corpus.keeper import ShardError
from gongkai.corpus.shards import Shard
from gongkai.corpus.store import Store
from gongkai.files.limits import Limits


def test_every_shard_is_named_once(tmp_path: Path) -> None:
    planned = [Shard(str(i) * 32, str(tmp_path), ("nowhere.html",)) for i in range(5)]
    Store(tmp_path / "out").plan(planned)
    done = list(local.run(tmp_path / "out", planned, Limits(), 2))
    assert sorted(done) == [shard.name for shard in planned]


def test_a_store_that_cannot_be_written_ends_the_run(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")
    with pytest.raises(ShardError, match="没有写成"):
        list(local.run(tmp_path / "out", [Shard("5" * 32, str(tmp_path), ("a.html",))], Limits(), 2))
