"""Naming an organ: tied to the one of that code, shown as typed."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from gongkai.web.organs.actions.relate import relate
from gongkai.web.organs.models import OrganRelation
from gongkai.web.rights.actor import Forbidden
from tests.web.offices import Office

DAY = dt.date(2026, 3, 2)


def test_tied_quietly(office: Office, other_office: Office) -> None:
    actor, now = office.actor("system_administrator"), timezone.now()
    for code, tied in (("nobody-here", None), (other_office.organ.code, other_office.organ), ("", None)):
        row = OrganRelation(organ=office.organ, kind="competent", name="某办公室", other_code=code, since=DAY)
        assert relate(actor, row, now).other == tied
        assert row.named == "某办公室"
    assert OrganRelation.objects.for_organ(office.organ).on(DAY).count() == 1


def test_who_may_not_and_not_oneself(office: Office, other_office: Office) -> None:
    row = OrganRelation(
        organ=office.organ, kind="competent", name="某", other_code=office.organ.code, since=DAY
    )
    with pytest.raises(ValidationError):
        relate(office.actor("system_administrator"), row, timezone.now())
    for actor in (office.actor("handler"), other_office.actor("system_administrator")):
        with pytest.raises(Forbidden):
            relate(actor, row, timezone.now())
