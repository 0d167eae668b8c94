"""The day of the walks stands still, and the server's with it."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.browser.walking import BEGAN, BEHIND, HALF, surroundings, today

TELL = "from django.conf import settings; settings.configure(USE_TZ=True, TIME_ZONE='Asia/Shanghai'); "
TELL += "from django.utils.timezone import localtime; print(localtime().isoformat())"


@pytest.mark.parametrize("behind", [0, 12, 240])
def test_the_programs_of_the_walks_go_behind_by_so_much(tmp_path: Path, behind: int) -> None:
    environment = surroundings(tmp_path) | {"WALK_HOURS_BEHIND": str(behind)}
    told = subprocess.run(
        [sys.executable, "-c", TELL], env=environment, capture_output=True, text=True, check=True
    )
    late = dt.datetime.now(ZoneInfo("Asia/Shanghai")) - dt.datetime.fromisoformat(told.stdout.strip())
    assert dt.timedelta(hours=behind) <= late < dt.timedelta(hours=behind, minutes=10)


def test_half_a_day_is_left_when_a_run_begins() -> None:
    there = BEGAN - dt.timedelta(hours=BEHIND)
    assert there.date() == today() == BEGAN.date()
    assert there.hour < HALF
    assert surroundings(Path(os.curdir))["WALK_HOURS_BEHIND"] == str(BEHIND)
