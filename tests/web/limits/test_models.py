"""One row for one who and one limit."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from gongkai.web.limits.models import Tried

NOW = dt.datetime(2026, 3, 2, 1, 0, tzinfo=dt.UTC)


@pytest.mark.django_db
def test_one_row_each() -> None:
    Tried.objects.create(key="reveal", who="a" * 64, since=NOW)
    Tried.objects.create(key="export", who="a" * 64, since=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        Tried.objects.create(key="reveal", who="a" * 64, since=NOW)
