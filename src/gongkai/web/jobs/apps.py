"""The app of the jobs."""

from __future__ import annotations

from django.apps import AppConfig


class Jobs(AppConfig):
    """Periodic runs and keys of what was done."""

    name = "gongkai.web.jobs"
    label = "jobs"
    verbose_name = "后台任务"
