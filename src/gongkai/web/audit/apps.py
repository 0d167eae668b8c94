"""The app of the audit chains."""

from __future__ import annotations

from django.apps import AppConfig


class Audit(AppConfig):
    """Audit lines, heads and anchors."""

    name = "gongkai.web.audit"
    label = "audit"
    verbose_name = "审计"
