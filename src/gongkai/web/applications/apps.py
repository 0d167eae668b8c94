"""The app of the applications."""

from __future__ import annotations

from django.apps import AppConfig


class Applications(AppConfig):
    """Applications, their entries, and where each stands."""

    name = "gongkai.web.applications"
    label = "applications"
    verbose_name = "依申请公开"
