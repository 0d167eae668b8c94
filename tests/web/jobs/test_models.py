"""The two locks hold in the database itself."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import IntegrityError

from gongkai.web.jobs.models import DoneOnce, PeriodicRun

NOW = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)


@pytest.mark.django_db
def test_a_period_has_one_run() -> None:
    PeriodicRun.objects.create(job="a", period="1", at=NOW)
    PeriodicRun.objects.create(job="b", period="1", at=NOW)
    with pytest.raises(IntegrityError):
        PeriodicRun.objects.create(job="a", period="1", at=NOW)


@pytest.mark.django_db
def test_a_key_stands_once() -> None:
    DoneOnce.objects.create(key="a", at=NOW)
    with pytest.raises(IntegrityError):
        DoneOnce.objects.create(key="a", at=NOW)
