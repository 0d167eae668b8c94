"""A hand that is killed costs nothing; a file that kills hands gets a row."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from gongkai.corpus.asking import ask
from gongkai.corpus.keeper import Keeper
from gongkai.corpus.shards import Shard, entries, shards
from gongkai.corpus.store import Store
from gongkai.files.limits import Limits
from tests.corpus.folders import write_reports


@pytest.fixture
def shard(tmp_path: Path) -> Shard:
    """One shard of a folder of reports, with a store that plans it."""
    write_reports(tmp_path / "in", 8)
    files = tuple(entry.path for entry in entries(tmp_path / "in"))
    one = Shard("0" * 32, str(tmp_path / "in"), files)
    Store(tmp_path / "out").plan([one])
    return one


def test_a_hand_killed_between_two_shards_is_replaced(tmp_path: Path, shard: Shard) -> None:
    keeper = Keeper(tmp_path / "out", Limits())
    hand = keeper._ready()
    os.kill(hand.pid, signal.SIGKILL)
    assert keeper.do(shard) == shard.name
    keeper.close()
    assert ask(Store(tmp_path / "out"), "SELECT count(*) FROM reports WHERE failure IS NULL").rows == [(8,)]


def test_a_file_that_ends_the_process_gets_a_row(
    tmp_path: Path, shard: Shard, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sitecustomize in the hand makes reading one file a crash."""
    code = (
        "import gongkai.corpus.pipeline as p, os\n"
        "plain = p.take\n"
        "p.take = lambda path, limits: os._exit(9) if path.name == '0003.html' else plain(path, limits)\n"
    )
    (tmp_path / "sitecustomize.py").write_text(code, encoding="utf-8")
    source = Path(shards.__code__.co_filename).parents[2]
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path}{os.pathsep}{source}")
    keeper = Keeper(tmp_path / "out", Limits())
    keeper.do(shard)
    keeper.close()
    found = ask(Store(tmp_path / "out"), "SELECT file, failure FROM reports WHERE failure = 'breakdown'")
    assert found.rows == [("0003.html", "breakdown")]
    assert ask(Store(tmp_path / "out"), "SELECT count(*) FROM reports").rows == [(10,)]
