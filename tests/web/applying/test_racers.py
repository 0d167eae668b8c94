"""Retry storms and clashes on a database in a file: one form one application, one act wins (security checks C38, C39)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
ROUNDS = 5


def raced(folder: Path, what: str, rounds: int = ROUNDS) -> Any:
    """What the program told."""
    environment = os.environ | {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", "GONGKAI_DATA": str(folder)}
    environment.pop("GONGKAI_DATABASE", None)
    command = [sys.executable, "-m", "tests.web.applying.racers", what, str(rounds)]
    done = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True)
    return json.loads(done.stdout.splitlines()[-1])


def test_a_form_sent_in_a_storm_is_one_application(tmp_path: Path) -> None:
    found = raced(tmp_path, "storm")
    assert found["forms"] == found["applications"] == ROUNDS * 3
    assert found["answers"] == 1
    assert found["gaps"] == []


def test_control_without_the_key_there_are_more(tmp_path: Path) -> None:
    found = raced(tmp_path, "naive", 1)
    assert found["applications"] > found["forms"]
    assert found["gaps"] == []


def test_one_of_two_wins(tmp_path: Path) -> None:
    found = raced(tmp_path, "clash")
    assert found["wrong"] == 0
    assert sum(found["outcomes"].values()) == ROUNDS
    assert not any(key in found["outcomes"] for key in ("won/won",))


def test_what_is_held_goes_to_one_form(tmp_path: Path) -> None:
    """Whoever comes first, the one form or the clearing: nobody has it twice, and no bytes are left behind."""
    found = raced(tmp_path, "held")
    assert found["files"] == found["applications"] <= ROUNDS
    assert found["held"] == found["loose"] == 0
    assert set(found["answers"]) <= {"1", "NotHeld"}
    assert sum(found["answers"].values()) == ROUNDS * 2 * 3


def test_no_more_is_held_than_there_is_room_for(tmp_path: Path) -> None:
    assert raced(tmp_path, "room", 3) == {"most": 5, "loose": 0}
