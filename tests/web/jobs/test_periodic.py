"""The jobs of the house itself."""

from __future__ import annotations

import datetime as dt

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from gongkai.web.attachments import store
from gongkai.web.attachments.actions.add import keep_made
from gongkai.web.audit.models import AuditAnchor
from gongkai.web.jobs.models import DoneOnce, PeriodicRun
from gongkai.web.jobs.periodic import anchor_audit, clear_attachments, tidy, tidy_doors
from gongkai.web.jobs.schedule import periodic_jobs
from gongkai.web.jobs.tick import tick
from gongkai.web.limits.models import Tried
from gongkai.web.limits.table import limits
from gongkai.web.limits.trying import count
from tests.web.jobs.tasks import quick
from tests.web.offices import Office


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


def session(ends: dt.timedelta) -> str:
    """A session that ends so long from now."""
    store = SessionStore()
    store.set_expiry(timezone.now() + ends)
    store.save()
    return str(store.session_key)


@pytest.mark.django_db
def test_expired_sessions_and_old_tries_go_and_all_else_stays() -> None:
    now = timezone.now()
    longest = dt.timedelta(seconds=max(one.seconds for one in limits().values()))
    kept = session(dt.timedelta(minutes=1))
    session(-dt.timedelta(minutes=1))
    count("second_factor", "old", now - longest - dt.timedelta(minutes=1))
    count("second_factor", "new", now - longest + dt.timedelta(minutes=1))
    for _ in range(2):
        tidy_doors.call()
        assert [one.session_key for one in Session.objects.all()] == [kept]
        assert [one.since > now - longest for one in Tried.objects.all()] == [True]


@pytest.mark.django_db
def test_the_doors_are_tidied_once_a_day() -> None:
    job = periodic_jobs()["doors.tidy"]
    night = dt.datetime(2026, 3, 1, 18, 49, tzinfo=dt.UTC)  # 02:49 in Beijing
    moments = [
        night,
        night + dt.timedelta(minutes=1),
        night + dt.timedelta(hours=9),
        night + dt.timedelta(days=1, minutes=1),
    ]
    assert [tick(moment, [job]) for moment in moments] == [[], ["doors.tidy"], [], ["doors.tidy"]]


@pytest.mark.django_db
def test_bytes_of_a_broken_off_upload_are_cleared_away_after_a_day(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    loose, _ = store.keep(b"broken off")
    one = keep_made(
        office.actor("office_head"), "organ/linxi-sfj", "甲.txt", b"kept", timezone.now(),
        kind="txt", media_type="text/plain",
    )  # fmt: skip
    clear_attachments.call()
    assert {loose, one.stored_as} <= set(store.names())
    later = timezone.now() + dt.timedelta(days=1, minutes=1)
    monkeypatch.setattr(timezone, "now", lambda: later)
    for _ in range(2):
        clear_attachments.call()
        assert loose not in set(store.names())
        assert store.read(one.stored_as, one.sha256) == b"kept"
