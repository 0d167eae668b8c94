"""The database from one address: SQLite by default, PostgreSQL by ``postgresql://…``.

SQLite runs with a write-ahead log, takes the write lock at the start of a transaction (so that two writers
wait for each
other instead of failing), and writes through to the disk with every commit.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from gongkai.web.environment import SettingError

WAIT_SECONDS = 20
PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;"


def database(address: str, data: Path) -> dict[str, Any]:
    """Django's description of the database at that address.

    ``""`` is ``gongkai.sqlite3`` in the data folder; ``sqlite:///path``;
    ``postgresql://user:password@host:port/name``.
    Raises :class:`SettingError` for any other.
    """
    parts = urlsplit(address)
    if not address or parts.scheme == "sqlite":
        name = parts.path[1:] if parts.path else str(data / "gongkai.sqlite3")
        if parts.path.startswith("//"):
            name = parts.path[1:]
        options = {"transaction_mode": "IMMEDIATE", "timeout": WAIT_SECONDS, "init_command": PRAGMAS}
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": name, "OPTIONS": options}
    if parts.scheme in {"postgresql", "postgres"}:
        found: dict[str, Any] = {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.lstrip("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": unquote(parts.hostname or ""),
            "PORT": str(parts.port or ""),
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
        }
        # A socket folder stands in the query: postgresql:///name?host=/folder
        for pair in filter(None, parts.query.split("&")):
            key, _, value = pair.partition("=")
            if key == "host":
                found["HOST"] = unquote(value)
            elif key == "user":
                found["USER"] = unquote(value)
        return found
    shown = parts.scheme or address
    raise SettingError(
        f"环境变量 GONGKAI_DATABASE 的值以“{shown}”开头，无法识别。"
        "请填 sqlite:///文件路径，或者 postgresql://用户:口令@主机:端口/库名。"
    )
