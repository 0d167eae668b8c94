"""One entry at one position, one standing for one case."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from gongkai.web.applications.models import ApplicationRow, Standing
from tests.web.applications.lives import filed
from tests.web.offices import Office


def test_a_position_is_taken_once(office: Office) -> None:
    filed(office)
    row = ApplicationRow.objects.for_organ(office.organ).get()
    again = ApplicationRow(**{f.name: getattr(row, f.name) for f in row._meta.fields if f.name != "id"})
    with pytest.raises(IntegrityError), transaction.atomic():
        again.save()


def test_one_standing(office: Office) -> None:
    one, _ = filed(office)
    assert Standing.objects.for_organ(office.organ).get().application == one
