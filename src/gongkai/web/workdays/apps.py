"""The app of the working days."""

from __future__ import annotations

from django.apps import AppConfig


class Workdays(AppConfig):
    """Imported notices of holidays."""

    name = "gongkai.web.workdays"
    label = "workdays"
    verbose_name = "工作日"
