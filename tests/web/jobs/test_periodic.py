"""The jobs of the house itself."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from gongkai.web.audit.models import AuditAnchor
from gongkai.web.jobs.models import DoneOnce, PeriodicRun
from gongkai.web.jobs.periodic import anchor_audit, tidy
from tests.web.jobs.tasks import quick


@pytest.mark.django_db
def test_the_anchor_is_made_once_a_day() -> None:
    anchor_audit.call()
    first = AuditAnchor.objects.get()
    anchor_audit.call()
    assert AuditAnchor.objects.get().made_at == first.made_at


@pytest.mark.django_db
def test_tidying_forgets_what_is_old_and_nothing_that_waits() -> None:
    now = timezone.now()
    PeriodicRun.objects.create(job="a", period="1", at=now - dt.timedelta(days=8))
    PeriodicRun.objects.create(job="a", period="2", at=now - dt.timedelta(days=6))
    DoneOnce.objects.create(key="k", at=now - dt.timedelta(days=400))
    quick.enqueue()
    DBTaskResult.objects.update(enqueued_at=now - dt.timedelta(days=400))
    assert tidy(now) == 1
    assert [run.period for run in PeriodicRun.objects.all()] == ["2"]
    assert DBTaskResult.objects.ready().count() == DoneOnce.objects.count() == 1
