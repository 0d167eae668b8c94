"""The app of what all ledgers share: running numbers."""

from __future__ import annotations

from django.apps import AppConfig


class Entries(AppConfig):
    """Running numbers without gaps."""

    name = "gongkai.web.entries"
    label = "entries"
    verbose_name = "台账"
