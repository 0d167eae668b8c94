"""Tokens: one that is wrong in one thing, or not the provider's, lets nobody in."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests.web.offices import Office
from tests.web.people.provider import START, Provider, ask_provider, through


@pytest.fixture
def client(office: Office) -> Client:
    return Client(SERVER_NAME="localhost")


WRONG: dict[str, dict[str, Any]] = {
    "another issuer": {"iss": "https://evil.example"},
    "no issuer": {"iss": None},
    "another audience": {"aud": "other"},
    "no audience": {"aud": None},
    "two audiences and not for us": {"aud": ["gongkai", "other"], "azp": "other"},
    "expired": {"exp": 1},
    "no expiry": {"exp": None},
    "another nonce": {"nonce": "planted"},
    "no nonce": {"nonce": None},
    "no subject": {"sub": None},
}


@pytest.mark.parametrize("fault", WRONG)
def test_a_token_that_is_wrong_in_one_thing(
    office: Office, provider: Provider, client: Client, fault: str
) -> None:
    provider.claims = {"preferred_username": office.person("handler").login} | WRONG[fault]
    assert through(client).status_code == 403
    assert client.get("/office/own/").status_code == 302


@pytest.mark.parametrize("way", ["stranger", "none", "HS256", "nonsense", "no json", "down"])
def test_a_token_that_is_not_the_providers(
    office: Office, provider: Provider, client: Client, way: str
) -> None:
    provider.claims = {"preferred_username": office.person("handler").login}
    response = client.get(START)
    back = ask_provider(response.headers["Location"])
    if way == "stranger":
        provider.signed_by = provider.stranger
    elif way in {"none", "HS256"}:
        provider.algorithm = way
    elif way == "nonsense":
        provider.broken = '{"id_token": "a.b.c"}'
    elif way == "no json":
        provider.broken = "<html>"
    else:
        provider.server.shutdown()
        provider.server.server_close()
    assert client.get(back).status_code == 403
    assert client.get("/office/own/").status_code == 302
