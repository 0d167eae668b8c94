"""The app of the attachments."""

from __future__ import annotations

from django.apps import AppConfig


class Attachments(AppConfig):
    """Files and what is known of them."""

    name = "gongkai.web.attachments"
    label = "attachments"
    verbose_name = "附件"

    def ready(self) -> None:
        """Register the place that belongs to no other app: the organ's own files."""
        from gongkai.web.attachments import organ_files  # noqa: PLC0415  # models must be loaded first

        organ_files.register()
