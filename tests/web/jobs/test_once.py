"""An effect and its key stand or fall together."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.web.jobs.models import DoneOnce, PeriodicRun
from gongkai.web.jobs.once import once
from tests.web.jobs.tasks import effect

NOW = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)


def broken() -> None:
    """An effect, and then a failure."""
    effect("a")
    raise OSError("no space left")


@pytest.mark.django_db
def test_once_and_no_more() -> None:
    assert once("a/1", NOW, lambda: effect("a"))
    assert not once("a/1", NOW, lambda: effect("a"))
    assert once("a/2", NOW, lambda: effect("a"))
    assert PeriodicRun.objects.filter(job="a").count() == 2


@pytest.mark.django_db
def test_a_failed_effect_leaves_no_key() -> None:
    with pytest.raises(OSError, match="no space"):
        once("a/1", NOW, broken)
    assert not DoneOnce.objects.exists()
    assert not PeriodicRun.objects.exists()
    assert once("a/1", NOW, lambda: effect("a"))
