"""The app of the notices."""

from __future__ import annotations

from django.apps import AppConfig


class Notices(AppConfig):
    """Notices, what goes out, patterns, settings."""

    name = "gongkai.web.notices"
    label = "notices"
    verbose_name = "通知"
