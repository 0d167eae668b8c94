"""The app of the public library of answers."""

from __future__ import annotations

from django.apps import AppConfig


class Library(AppConfig):
    """Released answers, for everybody."""

    name = "gongkai.web.library"
    label = "library"
    verbose_name = "答复选登"
