"""A Dask cluster writes what the cores of one machine write, also a real one of which a worker is killed."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from gongkai.corpus import shards
from gongkai.corpus.build import build
from gongkai.corpus.engines import dask
from gongkai.corpus.store import Store
from tests.cli.files import ROOT
from tests.corpus.folders import built, content, hands, write_reports


@pytest.fixture(autouse=True)
def small_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shards of eight files at most, so that a small folder has many."""
    monkeypatch.setattr(shards, "MOST", 8)


def test_the_same_content_and_no_hand_left_behind(tmp_path: Path) -> None:
    write_reports(tmp_path / "in", 30)
    local = content(built(tmp_path / "in", tmp_path / "local"))
    assert content(built(tmp_path / "in", tmp_path / "dask", engine="dask")) == local
    assert len(local["reports"]) == 32
    assert not dask._KEEPERS
    assert not hands(os.getpid())


@contextmanager
def cluster(folder: Path, workers: int) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The address of a scheduler of its own process, and so many workers of theirs."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"tcp://127.0.0.1:{port}"
    scheduler = ["dask_scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard"]
    worker = ["dask_worker", address, "--no-nanny", "--nthreads", "1", "--no-dashboard"]
    started = [_process(line, folder) for line in (scheduler, *[worker] * workers)]
    try:
        yield address, started[1:]
    finally:
        for process in started:
            process.kill()
            process.wait()


def _process(line: list[str], folder: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", f"distributed.cli.{line[0]}", *line[1:]]
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    return subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def test_a_worker_killed_on_the_way_costs_nothing(tmp_path: Path) -> None:
    write_reports(tmp_path / "in", 90)
    local = content(built(tmp_path / "in", tmp_path / "local"))
    with cluster(tmp_path, 2) as (address, workers):
        run = build(tmp_path / "in", tmp_path / "out", 1, "dask", address)
        assert next(run).done == 0
        far = next(run)
        assert 0 < far.done < far.files
        working = [worker for worker in workers if hands(worker.pid)]
        os.kill(working[0].pid, signal.SIGKILL)
        assert [far.done for far in run][-1] == far.files
        assert workers[workers.index(working[0])].wait() == -signal.SIGKILL
    assert content(Store(tmp_path / "out")) == local
    assert not Store(tmp_path / "out").passing.exists()
