"""Tasks whose worker was killed come back.

django-tasks-db leaves such a task RUNNING for ever. What runs longer than the setting ``JOB_MINUTES`` counts
as left behind: it is marked as failed and put into the queue anew, with the workers that it has had. A task
that has cost :data:`LIVES` workers stays failed, so that it cannot kill them all. A slow task that is still
alive is run twice; its effect is not (:mod:`gongkai.web.jobs.once`).
"""

from __future__ import annotations

import datetime as dt
import logging
from typing import Any

from django.conf import settings
from django.db import transaction
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

LIVES = 3
"""So many workers may be lost to one task."""
log = logging.getLogger("gongkai.jobs")


class WorkerGone(Exception):
    """What stands in the record of a task that its worker left behind."""


GONE = f"{WorkerGone.__module__}.{WorkerGone.__qualname__}"


def reap(now: dt.datetime, minutes: int | None = None) -> int:
    """Queue anew what has been running for longer than so many minutes; the number of tasks queued.

    ``minutes`` defaults to the setting ``JOB_MINUTES``.
    """
    limit = now - dt.timedelta(minutes=settings.JOB_MINUTES if minutes is None else minutes)
    left = DBTaskResult.objects.running().filter(started_at__lte=limit)
    return sum(_bring_back(row, now) for row in left)


def _bring_back(row: DBTaskResult[Any, Any], now: dt.datetime) -> bool:
    again = len(row.worker_ids) < LIVES
    with transaction.atomic():
        mine = DBTaskResult.objects.running().filter(pk=row.pk, started_at=row.started_at)
        taken = mine.update(
            status=TaskResultStatus.FAILED, finished_at=now, exception_class_path=GONE, traceback=""
        )
        if not taken:
            return False
        if again:
            DBTaskResult.objects.create(
                args_kwargs=row.args_kwargs,
                priority=row.priority,
                task_path=row.task_path,
                worker_ids=row.worker_ids,
                queue_name=row.queue_name,
                backend_name=row.backend_name,
                run_after=get_date_max(),
            )
    words = "已重新排队" if again else f"已有{LIVES}个工作进程因它中断，不再重做，请查明原因"
    log.warning("任务 %s 的工作进程中断，%s。", row.task_path, words)
    return again
