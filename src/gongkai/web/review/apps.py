"""The app of review."""

from __future__ import annotations

from django.apps import AppConfig


class Review(AppConfig):
    """Review and the drafts of releases; its kinds of content register themselves when it is ready."""

    name = "gongkai.web.review"
    label = "review"
    verbose_name = "审核"

    def ready(self) -> None:
        """Register what this app itself brings: the drafts, the projection."""
        from gongkai.web.review import drafts, files, inbox, own_reviews, projecting  # noqa: F401, PLC0415

        files.register()
        own_reviews.register()
