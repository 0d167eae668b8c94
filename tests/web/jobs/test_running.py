"""A worker that is really killed (kill -9): its task is done once more, and its effect stands once."""

from __future__ import annotations

import signal
import time
from pathlib import Path

import pytest

from tests.web.outside import PATIENCE, Installation, installed

pytestmark = pytest.mark.slow  # whole processes

WORK = "from gongkai.web.jobs.running import work; work(batch=True)"
COUNT = """
import json
from django_tasks_db.models import DBTaskResult
from gongkai.web.jobs.models import PeriodicRun
states = sorted(DBTaskResult.objects.values_list("status", flat=True))
print(json.dumps([PeriodicRun.objects.filter(job="k").count(), states]))
"""
REAP = """
import datetime as dt, json
from django.utils import timezone
from gongkai.web.jobs.reaper import reap
print(json.dumps(reap(timezone.now() + dt.timedelta(minutes=16))))
"""


def killed_at(place: str, task: str, here: Installation) -> None:
    """Queue the task, let a worker come as far as that place, and kill it there."""
    folder = here.data / "halts"
    folder.mkdir()
    (folder / f"{place}.halt").touch()
    here.python(f"from tests.web.jobs.tasks import {task}; {task}.enqueue('k', {str(folder)!r})")
    with here.start(WORK) as worker:
        until = time.monotonic() + PATIENCE
        while not (folder / f"{place}.reached").exists():
            assert worker.poll() is None, "the worker ended before"
            assert time.monotonic() < until, "the worker did not get there"
            time.sleep(0.02)
        worker.send_signal(signal.SIGKILL)
        worker.wait(PATIENCE)
    (folder / f"{place}.halt").unlink()


@pytest.mark.parametrize(("place", "stands"), [("within", 0), ("after", 1)])
def test_a_killed_workers_task_is_done_once_more_and_its_effect_once(
    tmp_path: Path, place: str, stands: int
) -> None:
    here = installed(tmp_path / "data")
    killed_at(place, "careful", here)
    assert here.python(COUNT) == [stands, ["RUNNING"]]
    here.python(WORK)
    assert here.python(COUNT) == [stands, ["RUNNING"]], "without the reaper nobody takes it up"
    assert here.python(REAP) == 1
    here.python(WORK)
    assert here.python(COUNT) == [1, ["FAILED", "SUCCESSFUL"]]
    assert here.python(REAP) == 0


def test_control_without_a_key_the_effect_stands_twice(tmp_path: Path) -> None:
    here = installed(tmp_path / "data")
    killed_at("after", "careless", here)
    assert here.python(REAP) == 1
    here.python(WORK)
    assert here.python(COUNT)[0] == 2


def test_the_beat_queues_what_is_due_and_ends_when_told(tmp_path: Path) -> None:
    here = installed(tmp_path / "data")
    with here.start("from gongkai.web.jobs.running import beat; beat()") as process:
        until = time.monotonic() + PATIENCE
        while here.python(COUNT)[1] == []:
            assert time.monotonic() < until
        process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE) == 0
