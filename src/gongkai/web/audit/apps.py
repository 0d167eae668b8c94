"""The app of the audit chains."""

from __future__ import annotations

from django.apps import AppConfig


class Audit(AppConfig):
    """Audit lines, heads and anchors."""

    name = "gongkai.web.audit"
    label = "audit"
    verbose_name = "审计"

    def ready(self) -> None:
        """Let the checks of the database be found."""
        from gongkai.web.audit import checks  # noqa: F401, PLC0415  # registers itself
