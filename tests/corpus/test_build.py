"""A killed run loses nothing and repeats nothing; bad files are rows; a changed file is read anew."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from gongkai.corpus import shards
from gongkai.corpus.asking import ask
from gongkai.corpus.build import build
from gongkai.corpus.store import Store
from gongkai.values.errors import Refused
from tests.cli.files import ROOT
from tests.corpus.folders import built, content, write_reports

COUNT = 60
RUN = """
import sys
from pathlib import Path
from gongkai.corpus import shards
from gongkai.corpus.build import build
shards.MOST = 8
for _ in build(Path(sys.argv[1]), Path(sys.argv[2]), 2):
    pass
"""


@pytest.fixture(autouse=True)
def small_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shards of eight files at most, so that a small folder has many."""
    monkeypatch.setattr(shards, "MOST", 8)


def test_every_file_is_there_once_and_bad_ones_tell_why(tmp_path: Path) -> None:
    write_reports(tmp_path / "in", COUNT)
    store = built(tmp_path / "in", tmp_path / "out")
    assert ask(store, "SELECT count(*), count(DISTINCT file) FROM reports").rows == [(COUNT + 2, COUNT + 2)]
    bad = ask(store, "SELECT file, failure, reason FROM reports WHERE part = 0 ORDER BY file").rows
    assert [row[0] for row in bad] == ["broken.pdf", "empty.html"]
    assert all(code and "。" in reason for _, code, reason in bad)
    assert ask(store, "SELECT count(*) FROM cells WHERE table_key = 'applications'").rows == [(COUNT * 175,)]


def test_a_killed_run_is_taken_up_where_it_was(tmp_path: Path) -> None:
    write_reports(tmp_path / "in", COUNT)
    whole = content(built(tmp_path / "in", tmp_path / "whole"))
    store = Store(tmp_path / "out")
    line = [sys.executable, "-c", RUN, str(tmp_path / "in"), str(tmp_path / "out")]
    process = subprocess.Popen(
        line, env={**os.environ, "PYTHONPATH": str(ROOT / "src")}, start_new_session=True
    )
    until = time.monotonic() + 60
    while not (store.shards.is_dir() and any(store.shards.iterdir())):
        assert time.monotonic() < until
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    before = {shard: (store.shards / shard).stat().st_mtime_ns for shard in store.finished()}
    assert before
    assert len(before) < len(store.listed())
    assert content(built(tmp_path / "in", tmp_path / "out")) == whole
    assert {shard: (store.shards / shard).stat().st_mtime_ns for shard in before} == before
    assert not store.passing.exists()


def test_a_changed_file_is_read_anew_and_others_are_not(tmp_path: Path) -> None:
    write_reports(tmp_path / "in", 30)
    store = built(tmp_path / "in", tmp_path / "out")
    before = set(store.listed())
    (tmp_path / "in" / "0000.html").write_bytes(b"")
    assert next(build(tmp_path / "in", tmp_path / "out", 1)).done > 0
    built(tmp_path / "in", tmp_path / "out")
    assert len(before - set(store.listed())) == 1
    assert len(list(store.shards.iterdir())) == len(store.listed())
    assert ask(store, "SELECT failure FROM reports WHERE file = '0000.html'").rows == [("empty",)]


def test_a_folder_with_other_things_in_it_is_not_built_over(tmp_path: Path) -> None:
    write_reports(tmp_path, 1)
    with pytest.raises(Refused, match="已有其他文件"):
        built(tmp_path, tmp_path)
    with pytest.raises(Refused, match="找不到"):
        built(tmp_path / "nowhere", tmp_path / "out")
