"""The app of the applications."""

from __future__ import annotations

from django.apps import AppConfig


class Applications(AppConfig):
    """Applications, their entries, and where each stands."""

    name = "gongkai.web.applications"
    label = "applications"
    verbose_name = "依申请公开"

    def ready(self) -> None:
        """Register the panels of the case page, the acts it offers, and who may read its files."""
        from gongkai.web.applications import case_panels, files  # noqa: PLC0415  # models must be loaded first

        case_panels.register()
        files.register()
