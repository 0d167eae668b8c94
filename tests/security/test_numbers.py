"""Security checks C39, C40: many processes take numbers at once, on both databases; unique, without gaps, though acts fail.

``GONGKAI_NUMBERS`` says how many each process takes (four, or eight with 1,000 in ``make security``).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.web.review.test_race import database, postgres  # noqa: F401

ROOT = Path(__file__).resolve().parents[2]
EACH = int(os.environ.get("GONGKAI_NUMBERS") or 60)
PROCESSES = 8 if EACH > 60 else 4


def numbers(database: str, data: Path, each: int) -> tuple[list[int], list[int]]:  # noqa: F811
    """Every number that the processes kept, each time started together: with the lock, and without."""
    environment = os.environ | {
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        "GONGKAI_DATA": str(data),
        "GONGKAI_KEY_FILE": str(data / "keys.toml"),
        "GONGKAI_DATABASE": database,
    }
    line = [sys.executable, "-m", "tests.security.numbering"]
    subprocess.run([*line, "prepare"], cwd=ROOT, env=environment, check=True, capture_output=True)
    running = [
        subprocess.Popen(
            [*line, "take", str(each)],
            cwd=ROOT, env=environment, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )
        for _ in range(PROCESSES)
    ]  # fmt: skip
    found = together(running), together(running)
    for one in running:
        one.communicate(timeout=60)
        assert one.returncode == 0
    return found


def together(running: list[subprocess.Popen[str]]) -> list[int]:
    """The numbers of all the processes, once every one of them is ready."""
    for one in running:
        assert one.stdout is not None
        assert one.stdout.readline() == "ready\n"
    for one in running:
        assert one.stdin is not None
        one.stdin.write("\n")
        one.stdin.flush()
    return [number for one in running if one.stdout for number in json.loads(one.stdout.readline())]


@pytest.mark.slow
def test_unique_and_without_gaps_and_control_without_the_lock_they_come_twice(
    database: str,  # noqa: F811
    tmp_path: Path,
) -> None:
    kept, careless = numbers(database, tmp_path, EACH)
    assert len(kept) == PROCESSES * (EACH - EACH // 10)
    assert sorted(kept) == list(range(1, len(kept) + 1))
    assert len(set(careless)) < len(careless)
