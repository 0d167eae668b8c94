"""Tests that commit are emptied afterwards; the audit tables refuse that, so the test takes their triggers away first."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from django.db import connection
from django.test import TransactionTestCase

refusing: Any = importlib.import_module("gongkai.web.audit.migrations.0002_unchangeable")


def without_triggers() -> None:
    """Let the tables that refuse it be emptied: on PostgreSQL those of every app, on SQLite those of the audit.

    On SQLite a trigger fires for each row; only the audit has rows after any test.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = replica")
            return
        for table in refusing.TABLES:
            for end in ("update", "delete"):
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{end}")


def with_triggers() -> None:
    """Let them refuse again, on SQLite by the migration itself."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = DEFAULT")
            return
        editor = SimpleNamespace(connection=connection, execute=cursor.execute)
        refusing.refuse_changes(None, editor)


def emptied(original: Callable[[TransactionTestCase], None]) -> Callable[[TransactionTestCase], None]:
    """Django's emptying between two such tests, with the triggers away."""

    def teardown(case: TransactionTestCase) -> None:
        without_triggers()
        try:
            original(case)
        finally:
            with_triggers()

    return teardown


def install() -> None:
    """Once per run."""
    if not hasattr(TransactionTestCase, "gongkai_empties"):
        TransactionTestCase.gongkai_empties = True  # type: ignore[attr-defined]
        TransactionTestCase._fixture_teardown = emptied(  # type: ignore[attr-defined]
            TransactionTestCase._fixture_teardown  # type: ignore[attr-defined]
        )
