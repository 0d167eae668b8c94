"""The app of the replies."""

from __future__ import annotations

from django.apps import AppConfig


class Replies(AppConfig):
    """Letters of applications, their delivery, and what follows an answered case."""

    name = "gongkai.web.replies"
    label = "replies"
    verbose_name = "答复与送达"

    def ready(self) -> None:
        """Register the letters of applications, their review, and the files that go out with them."""
        from gongkai.web.replies import (  # noqa: PLC0415  # models come first
            afterwards,
            case_page,
            enclosures,
            options,
            provider,
            ready,
            reviewing,
            secrecy,
            unopened,
        )

        provider.register_applications()
        reviewing.register_letters()
        enclosures.register()
        case_page.register()
        afterwards.register()
        unopened.register()
        ready.register()
        options.register()
        secrecy.register()
