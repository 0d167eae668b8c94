"""The number in the frame is one's own, and asks the database nothing for others."""

from __future__ import annotations

import pytest
from django.test import RequestFactory
from pytest_django import DjangoAssertNumQueries

from gongkai.web.notices.counted import counted
from tests.web.notices.messages import told
from tests.web.offices import Office


@pytest.mark.django_db
def test_the_number(office: Office, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    told(office, [office.person("handler")])
    request = RequestFactory().get("/office/")
    with django_assert_num_queries(0):
        assert counted(request) == {}
    request.actor, request.organ = office.actor("handler"), office.organ
    with django_assert_num_queries(1):
        assert counted(request) == {"unread": 1, "may_set_up": False}
    request.actor = office.actor("office_head")
    assert counted(request) == {"unread": 0, "may_set_up": True}
