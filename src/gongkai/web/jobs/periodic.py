"""Periodic jobs of the house itself: the anchor over all audit chains; tidying queue, sessions and limits."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from gongkai.web.attachments.actions.erase import clear_away
from gongkai.web.audit.verifying import anchor
from gongkai.web.jobs.models import DoneOnce, PeriodicRun
from gongkai.web.jobs.schedule import daily
from gongkai.web.limits.trying import tidy as tidy_limits

RUNS_DAYS, SUCCESSES_DAYS, FAILURES_DAYS, KEYS_DAYS = 7, 7, 90, 800
"""How long the queue remembers: runs of periodic jobs, tasks done, tasks failed, keys of effects."""
BROKEN_OFF_DAYS = 1
"""Bytes are stored before their row; after so long no act is still between the two."""


@daily("audit.anchor", at=dt.time(0, 5), words="锚定各机关的审计链")
@task()
def anchor_audit() -> None:
    """Anchor all heads for today; a day keeps the anchor that it has."""
    anchor(timezone.localdate(), timezone.now())


@daily("jobs.tidy", at=dt.time(2, 40), words="清理后台任务的记录")
@task()
def tidy_up() -> None:
    """Forget what the queue need not remember."""
    tidy(timezone.now())


@daily("attachments.clear", at=dt.time(3, 20), words="清理中断的上传留下的内容")
@task()
def clear_attachments() -> None:
    """Take away stored bytes that no row knows: left by an upload broken off, or a letter not issued."""
    clear_away(timezone.now() - dt.timedelta(days=BROKEN_OFF_DAYS))


@daily("doors.tidy", at=dt.time(2, 50), words="清理过期的登录会话和限次记录")
@task()
def tidy_doors() -> None:
    """Forget sessions that have expired and tries that no limit looks back to; once more does nothing."""
    import_string(f"{settings.SESSION_ENGINE}.SessionStore").clear_expired()
    tidy_limits(timezone.now())


def tidy(now: dt.datetime) -> int:
    """Delete rows that are older than the days above; how many. A key outlives every task that may
    bring it.
    """

    def before(days: int) -> dt.datetime:
        return now - dt.timedelta(days=days)

    tables = (
        PeriodicRun.objects.filter(at__lt=before(RUNS_DAYS)),
        DBTaskResult.objects.successful().filter(finished_at__lt=before(SUCCESSES_DAYS)),
        DBTaskResult.objects.failed().filter(finished_at__lt=before(FAILURES_DAYS)),
        DoneOnce.objects.filter(at__lt=before(KEYS_DAYS)),
    )
    return sum(rows.delete()[0] for rows in tables)
