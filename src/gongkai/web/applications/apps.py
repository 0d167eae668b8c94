"""The app of the applications."""

from __future__ import annotations

from django.apps import AppConfig


class Applications(AppConfig):
    """Applications, their entries, and where each stands."""

    name = "gongkai.web.applications"
    label = "applications"
    verbose_name = "依申请公开"

    def ready(self) -> None:
        """Register the panels of the case page and the acts that it offers."""
        from gongkai.web.applications import case_panels  # noqa: PLC0415  # models must be loaded first

        case_panels.register()
