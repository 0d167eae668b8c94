"""Where the bytes lie: a private folder (setting ``STORAGES["private"]``), under random names.

The store knows no name, no organ and no case. What is read is held against the hash of its row, so that a
file changed
on the disk is never sent.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterator

from django.core.files.base import ContentFile
from django.core.files.storage import Storage, storages

from gongkai.values.errors import Refused


def store() -> Storage:
    """The private store of this installation."""
    return storages["private"]


def keep(data: bytes) -> tuple[str, str]:
    """Store bytes under a fresh random name; that name and their SHA-256."""
    name = uuid.uuid4().hex
    stored = store().save(f"{name[:2]}/{name}", ContentFile(data))
    return stored, hashlib.sha256(data).hexdigest()


def read(stored_as: str, sha256: str) -> bytes:
    """The bytes; raises :class:`Refused` where they are gone or no longer what was stored."""
    try:
        with store().open(stored_as) as file:
            data: bytes = file.read()
    except OSError:
        message = "文件在存储中找不到。请告知系统管理员从备份中恢复。"
        raise Refused("file_missing", message) from None
    if hashlib.sha256(data).hexdigest() != sha256:
        raise Refused(
            "file_changed", "文件与上传时不一致，可能已被改动，没有发送。请告知系统管理员核对备份。"
        )
    return data


def drop(stored_as: str) -> None:
    """Take bytes away; nothing happens where they are gone already."""
    store().delete(stored_as)


def names() -> Iterator[str]:
    """Every name in the store."""
    try:
        folders, files = store().listdir("")
    except FileNotFoundError:  # nothing has been stored yet
        return
    yield from files
    for folder in folders:
        yield from (f"{folder}/{name}" for name in store().listdir(folder)[1])
