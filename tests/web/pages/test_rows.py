"""A row of another organ is not there, just as one that there is not."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.http import Http404
from django.test import RequestFactory

from gongkai.web.organs.models import Officer
from gongkai.web.pages.rows import organ_of, own_row
from gongkai.web.people.models import Unit
from tests.web.offices import Office


def test_only_ones_own(office: Office, other_office: Office) -> None:
    request: Any = RequestFactory().get("/office/")
    request.organ = office.organ
    assert own_row(request, Unit, office.unit.pk) == office.unit
    for model, id in ((Unit, other_office.unit.pk), (Unit, uuid4()), (Officer, office.unit.pk)):
        with pytest.raises(Http404):
            own_row(request, model, id)
    request.organ = None
    with pytest.raises(Http404):
        organ_of(request)
