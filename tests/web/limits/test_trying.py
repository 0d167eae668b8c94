"""Counting tries: over processes, forgotten for the right one, tidied, and without names in the table."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import pytest

from gongkai.web.limits.models import Tried
from gongkai.web.limits.table import limit
from gongkai.web.limits.trying import TooMany, check, count, forget, tidy

NOW = dt.datetime(2026, 3, 2, 1, 0, tzinfo=dt.UTC)


@pytest.mark.django_db
def test_a_refused_try_is_not_counted() -> None:
    for _ in range(5):
        count("second_factor", "a", NOW)
    for _ in range(3):
        with pytest.raises(TooMany):
            count("second_factor", "a", NOW + dt.timedelta(minutes=20))
    check("second_factor", "a", NOW + dt.timedelta(minutes=30))


@pytest.mark.django_db
def test_who_is_right_begins_anew() -> None:
    for _ in range(5):
        count("second_factor", "a", NOW)
    forget("second_factor", "a")
    assert count("second_factor", "a", NOW) == 4


@pytest.mark.django_db
def test_the_table_names_nobody() -> None:
    count("sign_in_address", "10.9.8.7", NOW)
    assert "10.9.8.7" not in str(list(Tried.objects.values_list("who", flat=True)))


@pytest.mark.django_db
def test_old_tries_are_tidied_away() -> None:
    count("second_factor", "a", NOW)
    assert tidy(NOW + dt.timedelta(minutes=30)) == 0
    assert tidy(NOW + dt.timedelta(days=1)) == 1


TRIES = """
import datetime as dt, django
django.setup()
from gongkai.web.limits.trying import TooMany, count
passed = 0
for _ in range(10):
    try:
        count("second_factor", "a", dt.datetime(2026, 3, 2, 1, 0, tzinfo=dt.UTC))
        passed += 1
    except TooMany:
        pass
print(passed)
"""


def test_many_processes_at_once_do_not_get_past(tmp_path: Path) -> None:
    """Four processes on one database file, ten tries each: as many pass as the limit says."""
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "gongkai.web.settings",
        "GONGKAI_DATA": str(tmp_path),
        "GONGKAI_DATABASE": f"sqlite:///{tmp_path / 'tried.sqlite3'}",
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    migrate = [sys.executable, "-m", "django", "migrate", "limits", "--verbosity=0"]
    subprocess.run(migrate, env=environment, check=True)
    command = [sys.executable, "-c", TRIES]
    runs = [subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    passed = [int(run.communicate(timeout=120)[0]) for run in runs]
    assert sum(passed) == limit("second_factor").count
