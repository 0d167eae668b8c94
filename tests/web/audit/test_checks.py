"""A database that may lose what it has acknowledged is refused at start (security check C02)."""

from __future__ import annotations

import pytest
from django.core.checks import run_checks
from django.db import connection

from gongkai.web.audit.checks import POSTGRESQL, SQLITE, keeps_what_it_acknowledged, unsafe


@pytest.mark.django_db
def test_this_database_keeps_it() -> None:
    assert keeps_what_it_acknowledged(databases=["default"]) == []
    assert [m for m in run_checks(databases=["default"]) if m.id == "gongkai.E001"] == []


@pytest.mark.django_db
def test_control_a_loose_setting_is_refused() -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL synchronous_commit = off")
        else:
            pytest.skip("SQLite does not change it inside a transaction; the next test holds the rule itself")
    assert "synchronous_commit=off" in str(keeps_what_it_acknowledged(databases=["default"])[0])


def test_the_rule_itself() -> None:
    assert unsafe({"synchronous_commit": "on", "fsync": "on"}, POSTGRESQL) == []
    assert unsafe({"synchronous_commit": "off", "fsync": "off"}, POSTGRESQL) == [
        "synchronous_commit=off",
        "fsync=off",
    ]
    assert unsafe({"journal_mode": "wal", "synchronous": 2}, SQLITE) == []
    assert unsafe({"journal_mode": "delete", "synchronous": 1}, SQLITE) == [
        "journal_mode=delete",
        "synchronous=1",
    ]
