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


def test_the_keys_are_listed(office: Office) -> None:
    page = office.client("handler").get("/office/keys/").content.decode()
    assert "<kbd>h</kbd>" in page


@pytest.mark.parametrize(("asked", "shown"), [("elder", "elder"), ("contrast", "contrast"), ("wild", "")])
def test_the_way_to_show_pages_lasts_for_the_session(office: Office, asked: str, shown: str) -> None:
    client = office.client("handler")
    response = client.post("/office/display/", {"mode": asked, "next": "/office/keys/"})
    assert response.headers["Location"] == "/office/keys/"
    assert f'data-mode="{shown}"' in client.get("/office/").content.decode()


@pytest.mark.parametrize("wanted", ["//evil.example", "https://evil.example", "/check/", "/office\\..", ""])
def test_back_to_a_page_of_the_office_alone(office: Office, wanted: str) -> None:
    response = office.client("handler").post("/office/display/", {"mode": "", "next": wanted})
    assert response.headers["Location"] == "/office/"
