"""The portal as a Django app; it has no models."""

from __future__ import annotations

import multiprocessing

from django.apps import AppConfig


class Portal(AppConfig):
    """Lets the server of guarded processes load the reader once, so that a request does not pay for it."""

    name = "gongkai.web.portal"
    verbose_name = "门户"

    def ready(self) -> None:
        """Called once per server process."""
        multiprocessing.get_context("forkserver").set_forkserver_preload(["gongkai.web.portal.examine"])
