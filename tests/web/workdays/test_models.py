"""A notice stands once."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import IntegrityError

from gongkai.web.workdays.models import HolidayNotice

NOW = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)


@pytest.mark.django_db
def test_the_same_text_stands_once() -> None:
    row = {
        "year": 2027,
        "title": "通知",
        "text": "x",
        "sha256": "0" * 64,
        "imported_at": NOW,
        "imported_by": "a",
    }
    assert str(HolidayNotice.objects.create(**row)) == "通知"
    with pytest.raises(IntegrityError):
        HolidayNotice.objects.create(**row)
