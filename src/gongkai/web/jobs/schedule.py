"""Periodic jobs: declared in code with their time, found in the ``periodic.py`` of each app.

::

    @daily("audit.anchor", at=dt.time(0, 5), words="锚定审计链")
    @task()
    def anchor() -> None: ...

A period has a name (``2026-11-22``, ``2026-11-22 09:35``). A job that was missed while nothing ran is made up
for once, for the period that holds now; those before are gone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.module_loading import autodiscover_modules
from django.utils.timezone import get_default_timezone
from django_tasks.base import Task

Job = Task[Any, Any]
"""A task without arguments."""
DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Periodic:
    """A periodic job: its name, its task, what it does in words, and either its time of day or its
    minutes.
    """

    name: str
    job: Job
    words: str
    at: dt.time | None = None
    minutes: int = 0

    def period(self, now: dt.datetime) -> str | None:
        """The name of the period that holds at that moment; None before the time of day has come."""
        local = now.astimezone(get_default_timezone())
        if self.at is not None:
            return local.date().isoformat() if local.time() >= self.at else None
        whole = (local.hour * 60 + local.minute) // self.minutes * self.minutes
        return f"{local.date().isoformat()} {whole // 60:02}:{whole % 60:02}"


_JOBS: dict[str, Periodic] = {}


def _register(one: Periodic) -> None:
    if one.name in _JOBS and _JOBS[one.name].job.module_path != one.job.module_path:
        raise ValueError(f"two periodic jobs are called {one.name}")
    _JOBS[one.name] = one


def daily(name: str, at: dt.time, words: str) -> Callable[[Job], Job]:
    """Run the task once a day, from that time of day (Beijing time) on."""

    def register(job: Job) -> Job:
        _register(Periodic(name, job, words, at=at))
        return job

    return register


def every(name: str, minutes: int, words: str) -> Callable[[Job], Job]:
    """Run the task once in so many minutes, a divisor of a day."""
    if minutes < 1 or DAY % minutes:
        raise ValueError(f"{minutes} minutes do not divide a day")

    def register(job: Job) -> Job:
        _register(Periodic(name, job, words, minutes=minutes))
        return job

    return register


def periodic_jobs() -> dict[str, Periodic]:
    """Every periodic job of the installed apps by name."""
    autodiscover_modules("periodic")
    return dict(sorted(_JOBS.items()))
