"""All cores: every shard once, and a fault that is no file's own ends the run with a sentence."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from gongkai.corpus import shards
from gongkai.corpus.asking import ask
from gongkai.corpus.build import build
from gongkai.corpus.engines import local
from gongkai.corpus.keeper import ShardError
from gongkai.corpus.shards import Shard
from gongkai.corpus.store import Store
from gongkai.files.limits import Limits
from tests.corpus.folders import built, content, hands, write_reports


def test_every_shard_is_named_once(tmp_path: Path) -> None:
    planned = [Shard(str(i) * 32, str(tmp_path), ("nowhere.html",)) for i in range(5)]
    Store(tmp_path / "out").plan(planned)
    done = list(local.run(tmp_path / "out", planned, Limits(), 2))
    assert sorted(done) == [shard.name for shard in planned]


def test_a_store_that_cannot_be_written_ends_the_run(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")
    with pytest.raises(ShardError, match="没有写成"):
        list(local.run(tmp_path / "out", [Shard("5" * 32, str(tmp_path), ("a.html",))], Limits(), 2))


def test_hands_killed_on_the_way_cost_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "MOST", 8)
    write_reports(tmp_path / "in", 60)
    whole = content(built(tmp_path / "in", tmp_path / "whole"))
    killed = []
    for far in build(tmp_path / "in", tmp_path / "out", 2):
        at_work = hands(os.getpid())
        if 0 < far.done < far.files and len(killed) < 3 and at_work:
            os.kill(at_work[0], signal.SIGKILL)
            killed.append(at_work[0])
    assert len(set(killed)) == 3
    assert content(Store(tmp_path / "out")) == whole
    assert ask(Store(tmp_path / "out"), "SELECT count(*) FROM reports WHERE failure = 'breakdown'").rows == [
        (0,)
    ]
    assert not hands(os.getpid())
