"""The database must keep what it has acknowledged: a start with a setting that may lose commits is refused.

Source: security check C02 (``synchronous_commit`` and ``fsync`` of PostgreSQL, write-ahead log and full
synchronisation of SQLite).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections

POSTGRESQL = {"synchronous_commit": ("on", "remote_apply", "remote_write", "local"), "fsync": ("on",)}
SQLITE = {"journal_mode": ("wal", "memory"), "synchronous": (2, 3)}
"""``memory`` is the journal of a database in memory, which tests use; a file never has it."""


def unsafe(found: dict[str, Any], wanted: dict[str, tuple[Any, ...]]) -> list[str]:
    """The settings whose value is not one of those that keep what was acknowledged."""
    return [f"{name}={found[name]}" for name, values in wanted.items() if found[name] not in values]


def settings_of(alias: str) -> tuple[dict[str, Any], dict[str, tuple[Any, ...]]]:
    """What this database is set to, and what it may be set to."""
    connection = connections[alias]
    wanted = POSTGRESQL if connection.vendor == "postgresql" else SQLITE
    ask = "SHOW {}" if connection.vendor == "postgresql" else "PRAGMA {}"
    found = {}
    with connection.cursor() as cursor:
        for name in wanted:
            cursor.execute(ask.format(name))
            found[name] = cursor.fetchone()[0]
    return found, wanted


@register(Tags.database)
def keeps_what_it_acknowledged(databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """Refuse a database that may lose what it has acknowledged."""
    out: list[CheckMessage] = []
    for alias in databases or ():
        for one in unsafe(*settings_of(alias)):
            sentence = f"数据库设置为{one}，断电或者进程中断时会丢失已经确认的数据，不能启动。"
            hint = "PostgreSQL请设置synchronous_commit=on、fsync=on；SQLite请使用本系统的默认设置。"
            out.append(Error(sentence, hint=hint, id="gongkai.E001"))
    return out
