"""The app of the people."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig


class People(AppConfig):
    """People, units, roles, delegations, sign-in."""

    name = "gongkai.web.people"
    label = "people"
    verbose_name = "人员"

    def ready(self) -> None:
        """Make known what a person has open, and listen to sessions that begin and sign-ins that fail."""
        from django.contrib.auth.signals import user_logged_in  # noqa: PLC0415  models are loaded by now
        from django.utils import timezone  # noqa: PLC0415

        from gongkai.web.people import lockout, own_work, sessions  # noqa: PLC0415

        def note(request: Any, user: Any, **_: Any) -> None:
            sessions.note(request, user, timezone.now())

        own_work.register_own()
        user_logged_in.connect(note, weak=False, dispatch_uid="gongkai.people.sessions")
        # Being imported, it listens.
        del lockout
