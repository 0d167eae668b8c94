"""A case goes with one leading case at a time."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from gongkai.web.applications.models.together import Together
from tests.web.applications.lives import DAY, filed
from tests.web.offices import Office


def test_one_lead_at_a_time(office: Office) -> None:
    one, lead = filed(office)[0], filed(office)[0]
    row = {"organ": office.organ, "application": one, "lead": lead, "since": DAY, "by": "test"}
    Together.objects.create(**row, until=DAY)
    Together.objects.create(**row)
    with pytest.raises(IntegrityError), transaction.atomic():
        Together.objects.create(**row)
