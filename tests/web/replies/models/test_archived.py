"""The classes of the archive are those of the parameter, and 永久."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from gongkai.statute.parameters import value_on
from gongkai.web.replies.models import CLASSES, Archive
from tests.web.offices import Office
from tests.web.replies.desk import LATER, NOON, applied


def test_classes() -> None:
    years = value_on("retention", LATER).content
    assert set(CLASSES) - {"permanent"} <= set(years)
    assert years["long"] > years["short"]


def test_a_number_comes_once(office: Office) -> None:
    values = {
        "organ": office.organ, "year": 2026, "serial": 1, "number": "甲", "retention": "long", "on": LATER,
        "by": "p", "at": NOON,
    }  # fmt: skip
    Archive.objects.create(application=applied(office), **values)
    with pytest.raises(IntegrityError), transaction.atomic():
        Archive.objects.create(application=applied(office), **values)
