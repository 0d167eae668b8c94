"""What is due is queued once a period, also by two ticks at the same time on two machines."""

from __future__ import annotations

import datetime as dt
import subprocess
from pathlib import Path

import pytest
from django_tasks_db.models import DBTaskResult

from gongkai.web.jobs.models import PeriodicRun
from gongkai.web.jobs.schedule import Periodic
from gongkai.web.jobs.tick import tick
from tests.web.jobs.tasks import quick
from tests.web.outside import PATIENCE, installed

BEIJING = dt.timezone(dt.timedelta(hours=8))
NIGHT = Periodic("test.night", quick, "夜间", at=dt.time(2, 40))
RACE = """
import datetime as dt, json, time
from gongkai.web.jobs.schedule import Periodic
from gongkai.web.jobs.tick import tick
from tests.web.jobs.tasks import quick
jobs = [Periodic(f"test.{n}", quick, "竞争", at=dt.time(0)) for n in range(30)]
now = dt.datetime(2026, 3, 2, 12, tzinfo=dt.timezone.utc)
time.sleep(max(0, START - time.time()))
print(len(tick(now, jobs)))
"""


def at(day: int, hour: int, minute: int = 0) -> dt.datetime:
    """That time of March 2026 in Beijing."""
    return dt.datetime(2026, 3, day, hour, minute, tzinfo=BEIJING)


@pytest.mark.django_db
def test_once_a_day_from_its_time_on() -> None:
    assert tick(at(2, 2, 39), [NIGHT]) == []
    assert tick(at(2, 2, 40), [NIGHT]) == ["test.night"]
    assert tick(at(2, 2, 41), [NIGHT]) == []
    assert tick(at(3, 2, 39), [NIGHT]) == []
    assert tick(at(3, 9), [NIGHT]) == ["test.night"], "a missed time is made up for"
    assert DBTaskResult.objects.ready().count() == PeriodicRun.objects.count() == 2


@pytest.mark.django_db
def test_every_so_many_minutes() -> None:
    often = Periodic("test.often", quick, "常做", minutes=15)
    times = [at(2, 9, minute) for minute in (0, 1, 14, 15, 16, 44, 45)]
    assert [len(tick(one, [often])) for one in times] == [1, 0, 0, 1, 0, 1, 1]


@pytest.mark.django_db
def test_every_declared_job_is_queued() -> None:
    queued = tick(at(2, 23, 59))
    assert {"audit.anchor", "jobs.tidy"} <= set(queued)
    assert tick(at(2, 23, 59)) == []


def test_two_ticks_at_once_queue_each_job_once(tmp_path: Path) -> None:
    here = installed(tmp_path / "data")
    start = here.python("import time, json; print(json.dumps(time.time() + 3))")
    ticks = [here.start(RACE.replace("START", str(start)), stdout=subprocess.PIPE) for _ in range(2)]
    counts = [int(one.communicate(timeout=PATIENCE)[0]) for one in ticks]
    assert sum(counts) == 30
    tasks = here.python("from django_tasks_db.models import DBTaskResult as T; print(T.objects.count())")
    assert tasks == 30
