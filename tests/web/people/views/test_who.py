"""Who makes a request."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.test import RequestFactory

from gongkai.web.people.views.who import self_of
from tests.web.offices import Office


def test_a_person_or_nobody(office: Office) -> None:
    request = RequestFactory().get("/office/")
    request.user = office.person("handler")
    assert self_of(request) == office.person("handler")
    request.user = AnonymousUser()
    with pytest.raises(PermissionDenied):
        self_of(request)
