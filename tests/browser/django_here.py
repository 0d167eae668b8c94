"""Django over the data folder of this process, for the programs that fill one for a server to show."""

from __future__ import annotations

import os
from pathlib import Path


def set_up() -> None:
    """Make the key file, then read the settings: sessions are signed with what stands in it."""
    import django

    from gongkai.web.sealing.keys import ensure_ring

    ensure_ring(Path(os.environ["GONGKAI_DATA"]) / "keys.toml")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongkai.web.settings")
    django.setup()
