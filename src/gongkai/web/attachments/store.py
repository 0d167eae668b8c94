"""Where the bytes lie: the private store (setting ``STORAGES["private"]``), under random names.

A folder, or an object store; here they are the same. The store knows no name, no organ and no case. What is
read is held against the hash of its row, so that a file changed on the disk is never sent.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import logging
import re
import uuid
from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile, File
from django.core.files.storage import FileSystemStorage, Storage, storages

from gongkai.values.errors import Refused

OWN = re.compile(r"([0-9a-f]{2})/\1[0-9a-f]{30}")
"""The names that :func:`keep` gives. A bucket may hold what is not ours."""
log = logging.getLogger("gongkai.attachments")


class Unreachable(Refused):
    """The store does not answer, or cannot take any more; nothing is wrong with the file."""


def store() -> Storage:
    """The private store of this installation."""
    return storages["private"]


def in_data_folder() -> bool:
    """Whether the bytes lie in a folder, so that whoever walks the data folder sees them."""
    return isinstance(store(), FileSystemStorage)


def keep(data: bytes) -> tuple[str, str]:
    """Store bytes under a fresh random name; that name and their SHA-256. Raises :class:`Unreachable`."""
    name = uuid.uuid4().hex
    return put(f"{name[:2]}/{name}", data), hashlib.sha256(data).hexdigest()


def put(name: str, data: bytes) -> str:
    """Store bytes under that name, which nothing has yet; the name. Raises :class:`Unreachable`."""
    try:
        return store().save(name, ContentFile(data))
    except OSError as error:
        raise _unreachable(error, "文件没有保存") from None


def opened(name: str) -> File[Any]:
    """The bytes as a file; raises ``FileNotFoundError``, :class:`Unreachable`."""
    try:
        return store().open(name)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise _unreachable(error, "文件没有读出来") from None


def read(stored_as: str, sha256: str) -> bytes:
    """The bytes; raises :class:`Refused` where they are gone or no longer what was stored,
    :class:`Unreachable`.
    """
    try:
        with opened(stored_as) as file:
            data: bytes = file.read()
    except FileNotFoundError:
        message = "文件在存储中找不到。请告知系统管理员从备份中恢复。"
        raise Refused("file_missing", message) from None
    except OSError as error:
        raise _unreachable(error, "文件没有读出来") from None
    if hashlib.sha256(data).hexdigest() != sha256:
        raise Refused(
            "file_changed", "文件与上传时不一致，可能已被改动，没有发送。请告知系统管理员核对备份。"
        )
    return data


def drop(stored_as: str) -> bool:
    """Take bytes away; whether they are gone now, be it that they were before.

    What cannot be taken away now has no row any more, and goes with the cleaning of the night.
    """
    try:
        store().delete(stored_as)
    except OSError as error:
        log.error("没有删去 %s，夜间清理时再删：%s", stored_as, _cause(error))
        return False
    return True


def names() -> Iterator[str]:
    """Every name in the store; raises :class:`Unreachable`."""
    try:
        folders, files = store().listdir("")
        yield from files
        for folder in folders:
            yield from (f"{folder}/{name}" for name in store().listdir(folder)[1])
    except FileNotFoundError:  # nothing has been stored yet
        return
    except OSError as error:
        raise _unreachable(error, "没有列出已存的文件") from None


def stored_before(name: str, moment: dt.datetime) -> bool:
    """Whether the bytes are there and older than a moment; raises :class:`Unreachable`."""
    try:
        return store().get_modified_time(name) < moment
    except FileNotFoundError:
        return False
    except OSError as error:
        raise _unreachable(error, "没有查到文件存于何时") from None


def _unreachable(error: OSError, undone: str) -> Unreachable:
    log.error("%s：%s", undone, _cause(error))
    message = f"存放文件的地方现在没有应答，{undone}。请稍后再试；仍然不行的，请告知系统管理员检查文件存储。"
    return Unreachable("file_unreachable", message)


def _cause(error: OSError) -> str:
    return error.strerror or type(error).__name__
