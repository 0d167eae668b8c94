"""The app of the office's frame."""

from __future__ import annotations

from django.apps import AppConfig


class Office(AppConfig):
    """The frame of all office pages; it has no models."""

    name = "gongkai.web.office"
    label = "office"
    verbose_name = "办公"
