"""The database from one address."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connection

from gongkai.web.database import database
from gongkai.web.environment import SettingError

DATA = Path("/data")


def test_sqlite_by_default() -> None:
    assert database("", DATA)["NAME"] == "/data/gongkai.sqlite3"
    assert database("sqlite:////x/y.db", DATA)["NAME"] == "/x/y.db"
    assert database("sqlite:///y.db", DATA)["NAME"] == "y.db"
    assert "synchronous=FULL" in database("", DATA)["OPTIONS"]["init_command"]


def test_postgresql() -> None:
    one = database("postgresql://u:p%40ss@db.example:5433/gongkai", DATA)
    assert (one["USER"], one["PASSWORD"], one["HOST"], one["PORT"], one["NAME"]) == (
        "u", "p@ss", "db.example", "5433", "gongkai",
    )  # fmt: skip
    socket = database("postgresql:///gongkai?host=/run/pg&user=me", DATA)
    assert (socket["HOST"], socket["USER"]) == ("/run/pg", "me")


def test_another_address_is_told() -> None:
    with pytest.raises(SettingError, match="postgresql://"):
        database("mysql://x/y", DATA)


@pytest.mark.django_db
def test_sqlite_writes_through() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("the settings of SQLite")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous")
        assert cursor.fetchone()[0] == 2
        cursor.execute("PRAGMA secure_delete")
        assert cursor.fetchone()[0] == 1
