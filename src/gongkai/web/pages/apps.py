"""The app of the shared page parts; it has no models."""

from __future__ import annotations

from django.apps import AppConfig


class Pages(AppConfig):
    """Templates and static files that all apps use."""

    name = "gongkai.web.pages"
    label = "pages"
    verbose_name = "页面"
