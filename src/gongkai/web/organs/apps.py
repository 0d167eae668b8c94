"""The app of the organs."""

from __future__ import annotations

from django.apps import AppConfig


class Organs(AppConfig):
    """Organs and what is known of them."""

    name = "gongkai.web.organs"
    label = "organs"
    verbose_name = "机关"
