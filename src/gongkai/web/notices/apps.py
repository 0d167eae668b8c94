"""The app of the notices."""

from __future__ import annotations

from django.apps import AppConfig


class Notices(AppConfig):
    """Notices, what goes out, patterns, settings."""

    name = "gongkai.web.notices"
    label = "notices"
    verbose_name = "通知"

    def ready(self) -> None:
        """Listen to what the people's app lets be heard."""
        from gongkai.web.notices.heard import listen  # noqa: PLC0415  models are loaded by now

        listen()
