"""A case is held in a transaction alone; on PostgreSQL its row is locked, without barring what refers to it."""

from __future__ import annotations

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from gongkai.web.applications.holding import hold
from gongkai.web.applications.models import Application
from tests.web.applications.lives import filed
from tests.web.offices import Office


def test_the_row_is_locked(office: Office) -> None:
    one, _ = filed(office)
    with transaction.atomic(), CaptureQueriesContext(connection) as asked:
        hold(one)
    locking = [query["sql"] for query in asked.captured_queries if "FOR NO KEY UPDATE" in query["sql"]]
    assert len(locking) == (connection.vendor == "postgresql")


def test_outside_a_transaction_nothing_is_held() -> None:
    with pytest.raises(RuntimeError):
        hold(Application(number="2026-0001"))
