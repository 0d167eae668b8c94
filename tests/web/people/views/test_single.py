"""Single sign-on with a real provider on loopback: who it names comes in, and nobody else."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from gongkai.web.audit.models import AuditLine
from gongkai.web.limits.table import limit
from gongkai.web.people.models import Person, SignIn
from gongkai.web.people.oidc_settings import single_sign_on
from tests.web.offices import Office
from tests.web.people.codes import bound
from tests.web.people.provider import BACK, START, Provider, ask_provider, through


@pytest.fixture
def client(office: Office) -> Client:
    return Client(SERVER_NAME="localhost")


def test_who_the_provider_names_comes_in(office: Office, provider: Provider, client: Client) -> None:
    person = office.person("handler")
    provider.claims = {"preferred_username": person.login}
    assert "通过临溪县统一身份认证平台登录" in client.get("/office/sign-in/").content.decode()
    assert through(client, "/office/own/").headers["Location"] == "/office/own/"
    assert client.get("/office/own/").status_code == 200
    assert SignIn.objects.get().way == "临溪县统一身份认证平台"


def test_the_second_factor_is_still_asked(office: Office, provider: Provider, client: Client) -> None:
    person = office.person("handler")
    _, codes = bound(person, timezone.now())
    provider.claims = {"preferred_username": person.login}
    assert through(client).headers["Location"] == "/office/sign-in/code/"
    assert client.get("/office/own/").status_code == 302
    assert client.post("/office/sign-in/code/", {"code": codes[0]}).status_code == 302
    assert client.get("/office/own/").status_code == 200


def test_the_password_here_is_then_nobodys_business(
    office: Office, provider: Provider, client: Client
) -> None:
    person = office.person("handler")
    person.password_set_by = "somebody else"
    person.save()
    provider.claims = {"preferred_username": person.login}
    through(client)
    assert client.get("/office/own/").status_code == 200


def test_no_account_is_ever_made(office: Office, provider: Provider, client: Client) -> None:
    office.person("handler")
    before = Person.objects.count()
    for claims in (
        {"preferred_username": "somebody.new"},
        {"preferred_username": ""},
        {"preferred_username": ["a"]},
        {},
    ):
        provider.claims = claims
        assert through(client).status_code == 403
    assert Person.objects.count() == before
    lines = AuditLine.objects.filter(act="people.single_sign_on_failed")
    assert set(lines.values_list("subject", flat=True)) == {"unknown"}


def test_who_has_left_stays_out(office: Office, provider: Provider, client: Client) -> None:
    person = office.person("handler")
    person.left_on = person.joined_on
    person.save()
    provider.claims = {"preferred_username": person.login}
    assert through(client).status_code == 403


def test_a_way_back_that_nobody_asked_for(office: Office, provider: Provider, client: Client) -> None:
    """Forged sign-in: the state must be that of this browser's session, and is good once."""
    provider.claims = {"preferred_username": office.person("handler").login}
    assert client.get(BACK).status_code == 403
    assert client.get(BACK, {"state": "x", "code": "y"}).status_code == 403
    back = ask_provider(client.get(START).headers["Location"])
    assert Client(SERVER_NAME="localhost").get(back).status_code == 403
    assert client.get(back).status_code == 302
    client.post("/office/sign-out/")
    assert client.get(back).status_code == 403


def test_never_elsewhere_afterwards(office: Office, provider: Provider, client: Client) -> None:
    provider.claims = {"preferred_username": office.person("handler").login}
    assert through(client, "//evil.example").headers["Location"] == "/office/"


def test_not_without_end(office: Office, provider: Provider, client: Client) -> None:
    codes = [client.get(BACK).status_code for _ in range(limit("single_sign_on").count + 1)]
    assert codes[-2:] == [403, 429]


def test_off_by_default(office: Office, client: Client) -> None:
    assert single_sign_on() is None
    assert client.get(START).status_code == 404
    assert "通过" not in client.get("/office/sign-in/").content.decode()


def test_the_way_to_show_pages_is_kept(office: Office, provider: Provider, client: Client) -> None:
    provider.claims = {"preferred_username": office.person("handler").login}
    link = f"{START}?next=/office/&amp;mode=elder"
    assert link in client.get("/office/sign-in/?mode=elder").content.decode()
    assert link not in client.get("/office/sign-in/").content.decode()
    client.get(ask_provider(client.get(START, {"mode": "elder"}).headers["Location"]))
    assert 'data-mode="elder"' in client.get("/office/").content.decode()
