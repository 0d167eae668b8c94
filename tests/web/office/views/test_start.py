"""The start page greets, says the day and the roles."""

from __future__ import annotations

import pytest
from django.utils import timezone

from gongkai.web.rights.roles import roles
from tests.web.offices import Office


@pytest.mark.parametrize("role", roles())
def test_each_role_has_a_start(office: Office, role: str) -> None:
    page = office.client(role).get("/office/").content.decode()
    assert roles()[role].duty in page
    assert f"{timezone.localdate():%Y年}" in page


def test_without_a_role_nothing_is_open(office: Office) -> None:
    assert office.client("").get("/office/").status_code == 403
