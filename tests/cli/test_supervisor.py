"""The supervisor by itself, with parts that are as short as a test needs them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from gongkai.cli.supervisor import FIRST_PAUSE, MOST_DEATHS, Part
from tests.cli.files import ROOT

SUPERVISE = """
import sys
sys.path.insert(0, SRC)
from gongkai.cli import supervisor
supervisor.FIRST_PAUSE = 0.01
part = supervisor.Part("网页", [sys.executable, "-c", CODE])
sys.exit(supervisor.supervise([part]))
"""


def supervised(code: str) -> subprocess.CompletedProcess[str]:
    """Supervise one part that runs that code."""
    text = SUPERVISE.replace("SRC", repr(str(ROOT / "src"))).replace("CODE", repr(code))
    return subprocess.run(
        [sys.executable, "-c", text], capture_output=True, text=True, timeout=120, check=False
    )


def test_what_dies_at_once_is_started_so_often_and_no_more(tmp_path: Path) -> None:
    file = tmp_path / "starts"
    done = supervised(f"open({str(file)!r}, 'a').write('x'); raise SystemExit(3)")
    assert done.returncode == 1
    assert file.read_text() == "x" * MOST_DEATHS


def test_pauses_grow() -> None:
    part = Part("网页", [sys.executable, "-c", "raise SystemExit(1)"])
    pauses = []
    for _ in range(MOST_DEATHS - 1):
        part.start()
        assert part.process is not None
        part.process.wait(60)
        assert part.look()
        pauses.append(part.again_at)
        part.again_at = 0.0
    assert part.young_deaths == MOST_DEATHS - 1
    assert pauses == sorted(pauses)
    part.start()
    assert part.process is not None
    part.process.wait(60)
    assert not part.look()
    assert FIRST_PAUSE > 0
