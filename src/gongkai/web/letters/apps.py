"""The app of the letters."""

from __future__ import annotations

from django.apps import AppConfig


class Letters(AppConfig):
    """Letters, their versions, numbers and scans."""

    name = "gongkai.web.letters"
    label = "letters"
    verbose_name = "文书"

    def ready(self) -> None:
        """Register whose facts there are, who may read the files, and what waits for a seal."""
        from gongkai.web.letters import files, trial, unsealed  # noqa: PLC0415  # models must be loaded first

        files.register()
        trial.register_trial()
        unsealed.register()
