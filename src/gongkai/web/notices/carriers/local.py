"""Ways that end on this machine: into a folder, or a line in the log; for trying out, and where
there is no gateway.
"""

from __future__ import annotations

import json
import logging
import os
from pathlib import Path

from gongkai.web.notices.carriers.carrier import Message

log = logging.getLogger("gongkai.notices")


class Console:
    """A line in the log with the title; never the address."""

    def __init__(self, name: str) -> None:
        self.name = name

    def carry(self, message: Message) -> None:
        """Write the line."""
        log.info("%s（只显示，没有发出）：%s %s", self.name, message.title, message.link)


class Folder:
    """A file a message, readable by its owner alone; sent once more, it takes the place of the first."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def carry(self, message: Message) -> None:
        """Write the file."""
        fields = ("organ", "kind", "address", "title", "text", "link")
        text = json.dumps({name: getattr(message, name) for name in fields}, ensure_ascii=False, indent=1)
        write_private(self.folder / f"{message.id}.json", text.encode())


def write_private(path: Path, data: bytes) -> None:
    """Write a file in one step, readable by its owner alone."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = path.with_name(f"{path.name}.part")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    fresh.replace(path)
