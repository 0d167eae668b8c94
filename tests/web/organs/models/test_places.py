"""The contact block holds what article 12 asks for."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from gongkai.web.organs.models.places import DisclosureOffice, RemedyBody
from tests.web.offices import Office


def test_name_address_hours_and_phone_are_needed(office: Office) -> None:
    row = DisclosureOffice(organ=office.organ, since=dt.date(2026, 1, 1))
    with pytest.raises(ValidationError) as told:
        row.full_clean()
    assert set(told.value.message_dict) == {"name", "address", "hours", "phone"}


def test_a_body_has_its_kind(office: Office) -> None:
    row = RemedyBody(organ=office.organ, kind="court", name="临溪县人民法院", since=dt.date(2026, 1, 1))
    row.full_clean()
    row.kind = "club"
    with pytest.raises(ValidationError):
        row.full_clean()
