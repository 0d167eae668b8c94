"""What a lost worker left behind comes back, but not for ever."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from gongkai.web.jobs.reaper import GONE, LIVES, reap
from tests.web.jobs.tasks import quick


def claimed(worker: str) -> DBTaskResult:
    """The next task, taken by that worker as db_worker does."""
    row = DBTaskResult.objects.ready().first()
    assert row is not None
    row.claim(worker)
    return row


@pytest.mark.django_db
def test_only_what_runs_too_long_comes_back() -> None:
    quick.enqueue()
    claimed("w1")
    now = timezone.now()
    assert reap(now + dt.timedelta(minutes=14)) == 0
    assert reap(now + dt.timedelta(minutes=16)) == 1
    again = DBTaskResult.objects.ready().get()
    assert (again.task_path, again.worker_ids) == (quick.module_path, ["w1"])
    assert DBTaskResult.objects.failed().get().exception_class_path == GONE


@pytest.mark.django_db
def test_a_task_that_kills_its_workers_is_left_at_last() -> None:
    quick.enqueue()
    for number in range(LIVES):
        claimed(f"w{number}")
        assert reap(timezone.now() + dt.timedelta(hours=1)) == (number < LIVES - 1)
    assert not DBTaskResult.objects.ready().exists()
    assert DBTaskResult.objects.failed().count() == LIVES


@pytest.mark.django_db
def test_a_task_finished_meanwhile_is_left_alone() -> None:
    quick.enqueue()
    row = claimed("w1")
    row.set_successful(None)
    assert reap(timezone.now() + dt.timedelta(hours=1)) == 0
    assert DBTaskResult.objects.count() == 1
