"""The app of the citizen's pages."""

from __future__ import annotations

from django.apps import AppConfig


class Applying(AppConfig):
    """What citizens send to an office about their applications."""

    name = "gongkai.web.applying"
    label = "applying"
    verbose_name = "公众申请"
