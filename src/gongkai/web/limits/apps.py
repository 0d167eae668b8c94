"""The app of the limits."""

from __future__ import annotations

from django.apps import AppConfig


class Limits(AppConfig):
    """What was tried how often."""

    name = "gongkai.web.limits"
    label = "limits"
    verbose_name = "限次"
