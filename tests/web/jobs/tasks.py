"""Tasks for the tests: each leaves a row as its effect, and can be held up so that its worker is killed
there.
"""

from __future__ import annotations

import time
import uuid
from pathlib import Path

from django.utils import timezone
from django_tasks import task

from gongkai.web.jobs.models import PeriodicRun
from gongkai.web.jobs.once import once


def effect(key: str) -> None:
    """One row more; nothing but :func:`once` keeps it from being a second one."""
    PeriodicRun.objects.create(job=key, period=str(uuid.uuid4()), at=timezone.now())


def halt(folder: str, place: str) -> None:
    """Wait to be killed where the test laid a file of that name."""
    here = Path(folder)
    (here / f"{place}.reached").touch()
    while (here / f"{place}.halt").exists():
        time.sleep(0.02)


@task()
def careful(key: str, folder: str) -> None:
    """An effect by its key, halting within its transaction or after it."""

    def act() -> None:
        effect(key)
        halt(folder, "within")

    once(key, timezone.now(), act)
    halt(folder, "after")


@task()
def careless(key: str, folder: str) -> None:
    """The same without a key: the control."""
    effect(key)
    halt(folder, "after")


@task()
def quick() -> None:
    """Does nothing."""
