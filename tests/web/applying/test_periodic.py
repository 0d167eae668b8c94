"""Files of forms that were never sent go by themselves, a quarter of an hour after their time at the latest."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from gongkai.web.applying.holding import lasts
from gongkai.web.applying.models import HeldFile
from gongkai.web.applying.periodic import clear_held
from gongkai.web.jobs.schedule import periodic_jobs
from tests.web.applying.citizens import PNG, held_for
from tests.web.offices import Office


def test_what_has_ended_goes_and_nothing_else(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    now = timezone.now()
    held_for(office, ("a.png", PNG), now=now)
    held_for(office, ("b.png", PNG), now=now - lasts())
    monkeypatch.setattr(timezone, "now", lambda: now)
    for _ in range(2):
        clear_held.call()
        assert [row.told["name"] for row in HeldFile.objects.for_organ(office.organ)] == ["a.png"]


def test_four_times_an_hour() -> None:
    job = periodic_jobs()["applying.held"]
    assert dt.timedelta(minutes=job.minutes) <= dt.timedelta(minutes=15)
