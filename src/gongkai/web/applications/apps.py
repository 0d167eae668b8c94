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
        # Models must be loaded first.
        from gongkai.web.applications import (  # noqa: PLC0415
            case_panels,
            entry_acts,
            files,
            kin_panel,
            own_waiting,
        )

        case_panels.register()
        entry_acts.register()
        files.register()
        kin_panel.register()
        own_waiting.register()
