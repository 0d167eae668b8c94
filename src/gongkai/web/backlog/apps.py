"""The app that brings in what was handled before."""

from __future__ import annotations

from django.apps import AppConfig


class Backlog(AppConfig):
    """Applications from a table."""

    name = "gongkai.web.backlog"
    label = "backlog"
    verbose_name = "批量补录"
