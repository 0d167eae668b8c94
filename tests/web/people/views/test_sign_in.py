"""The sign-in page: a new session, back to where one wanted to go, never elsewhere; too many failures close the way."""

from __future__ import annotations

import pytest
from django.test import Client

from gongkai.web.audit.models import AuditLine
from tests.web.offices import PASSWORD, Office

PAGE = "/office/sign-in/"


def signed_in(client: Client, login: str, password: str = PASSWORD, **more: str) -> int:
    return client.post(PAGE, {"login": login, "password": password} | more).status_code


@pytest.fixture
def client(office: Office) -> Client:
    office.person("handler")
    return Client(SERVER_NAME="localhost")


def test_in_and_out(client: Client, office: Office) -> None:
    login = office.person("handler").login
    assert client.get(PAGE).status_code == 200
    response = client.post(PAGE, {"login": f" {login.upper()} ", "password": PASSWORD})
    assert response.headers["Location"] == "/office/"
    assert client.get("/office/").status_code == 200
    response = client.post("/office/sign-out/")
    assert response.headers["Location"] == PAGE
    assert "cookies" in response.headers["Clear-Site-Data"]
    assert client.get("/office/").status_code == 302
    acts = AuditLine.objects.filter(actor=str(office.person("handler").pk)).values_list("act", flat=True)
    assert list(acts) == ["people.sign_in", "people.sign_out"]


def test_a_wrong_password(client: Client, office: Office) -> None:
    response = client.post(PAGE, {"login": office.person("handler").login, "password": "wrong"})
    assert response.status_code == 400
    assert "登录名或者口令不对" in response.content.decode()


@pytest.mark.parametrize(
    "wanted",
    [
        "https://evil.example/", "//evil.example", "/\\evil.example", "\\\\evil.example", "/office\\..\\evil", "javascript:alert(1)",
        "/%09/evil.example", "http:evil.example", "/", "https:///evil.example", "/office/\\evil",
    ],
)  # fmt: skip
def test_never_elsewhere(client: Client, office: Office, wanted: str) -> None:
    """Security check C28."""
    login = office.person("handler").login
    response = client.post(PAGE, {"login": login, "password": PASSWORD, "next": wanted})
    assert response.headers["Location"] == "/office/"


def test_back_to_a_page_of_the_office(client: Client, office: Office) -> None:
    login = office.person("handler").login
    response = client.post(PAGE, {"login": login, "password": PASSWORD, "next": "/office/?a=1"})
    assert response.headers["Location"] == "/office/?a=1"


def test_a_new_session_at_sign_in(client: Client, office: Office) -> None:
    """Security check C43: a session id planted before is not used afterwards."""
    client.get(PAGE)
    session = client.session
    session["planted"] = True
    session.save()
    before = session.session_key
    assert signed_in(client, office.person("handler").login) == 302
    assert client.session.session_key != before


def test_five_failures_close_this_way_alone(client: Client, office: Office) -> None:
    """Security checks C41, C42: per account and address; nobody locks out somebody else."""
    login = office.person("handler").login
    codes = [signed_in(client, login, "wrong") for _ in range(6)]
    assert codes[-1] == 429
    assert codes[0] == 400
    assert signed_in(client, login) == 429
    elsewhere = Client(SERVER_NAME="localhost", REMOTE_ADDR="10.1.2.3")
    assert signed_in(elsewhere, login) == 302
    assert signed_in(client, office.person("reviewer").login) == 302


def test_a_form_from_elsewhere_is_refused(office: Office) -> None:
    """Security check C26."""
    strict = Client(SERVER_NAME="localhost", enforce_csrf_checks=True)
    response = strict.post(PAGE, {"login": office.person("handler").login, "password": PASSWORD})
    assert response.status_code == 403
    assert "已经失效" in response.content.decode()
