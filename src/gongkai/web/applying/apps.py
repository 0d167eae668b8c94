"""The app of the citizen's pages."""

from __future__ import annotations

from django.apps import AppConfig


class Applying(AppConfig):
    """What citizens send to an office about their applications."""

    name = "gongkai.web.applying"
    label = "applying"
    verbose_name = "公众申请"

    def ready(self) -> None:
        """Add what the applicant sent to the page of the case."""
        from gongkai.web.applications.panels import register_panel  # noqa: PLC0415  # models must be loaded first
        from gongkai.web.applying import panel  # noqa: PLC0415
        from gongkai.web.replies.suggested import register_suggestions  # noqa: PLC0415

        register_panel("sent", 15, "applying/office_panel.html", panel.context)
        register_suggestions(panel.suggested)
