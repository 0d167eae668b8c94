"""The files that belong to the office, wherever they lie, by the names that they have in an archive.

Those of an object store have the names that they would have in the data folder, so an archive of the one goes
into the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO, Any

from django.conf import settings
from django.db import connection

from gongkai.web.attachments import store

PASSING = ("outgoing", "run")
"""Folders below the data folder that hold nothing to keep."""
ATTACHMENTS = "files"
"""The folder of the attachments, below the data folder."""
BLOCK = 1 << 20
Opens = Callable[[], AbstractContextManager[Any]]
"""Opens the bytes to be read; raises ``FileNotFoundError`` where they have gone by then, ``Unreachable``."""


@dataclass(frozen=True, slots=True)
class Put:
    """A file that a restore has put somewhere: its path, or its name in the store."""

    name: str
    path: Path | None


def stored_files(data: Path) -> Iterator[Path]:
    """Every file below the data folder that belongs to the office: not the database, the keys, or
    what passes.
    """
    database = str(connection.settings_dict["NAME"])
    for path in sorted(data.rglob("*")):
        inner = path.relative_to(data)
        if path.is_symlink() or not path.is_file() or inner.parts[0] in PASSING:
            continue
        if (
            str(path).startswith(database)
            or path == settings.KEY_FILE
            or path.suffix in {".part", ".sqlite3"}
        ):
            continue
        yield path


def office_files() -> Iterator[tuple[str, Opens]]:
    """Every file of the office: its name in an archive, and how it is opened. Raises ``Unreachable``."""
    apart = not store.in_data_folder()
    for path in stored_files(settings.DATA):
        inner = path.relative_to(settings.DATA)
        if not (apart and inner.parts[0] == ATTACHMENTS):
            yield inner.as_posix(), partial(path.open, "rb")
    if apart:
        for name in sorted(store.names()):
            yield f"{ATTACHMENTS}/{name}", partial(store.opened, name)


def left_in_folder() -> bool:
    """Whether the folder holds attachments though they are to lie in an object store."""
    folder = settings.DATA / ATTACHMENTS
    return not store.in_data_folder() and any(path.is_file() for path in folder.rglob("*"))


def put_in_place(name: str, source: IO[bytes]) -> Iterator[Put]:
    """Write one file of an archive where it belongs; ``name`` must be one that stays inside.

    What is put is told before it is written, so that half a file is taken away, too. Raises ``Unreachable``,
    ``OSError``.
    """
    inner = PurePosixPath(name)
    if inner.parts[:-1][:1] == (ATTACHMENTS,) and not store.in_data_folder():
        stored_as = inner.relative_to(ATTACHMENTS).as_posix()
        yield Put(stored_as, None)
        store.put(stored_as, source.read())
        return
    path = settings.DATA / inner
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.touch(0o600, exist_ok=False)
    yield Put(name, path)
    with path.open("wb") as out:
        while block := source.read(BLOCK):
            out.write(block)


def take_away(put: Iterable[Put]) -> int:
    """Take away what was put; how many of them are left in the store, which is not asked again once it is
    away.
    """
    left = 0
    for one in put:
        if one.path is not None:
            one.path.unlink(missing_ok=True)
        elif left or not store.drop(one.name):
            left += 1
    return left
