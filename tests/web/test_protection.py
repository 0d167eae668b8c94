"""Headers on every kind of answer, and no help for other sites."""

from __future__ import annotations

import pytest
from django.test import Client
from django.test.utils import override_settings

from gongkai.web.protection import HEADERS, POLICY

KINDS = {
    "page": "/",
    "sample": "/sample/minghu/",
    "style": "/static/portal/portal.css",
    "vendored style": "/static/vendor/bootstrap/bootstrap.min.css",
    "redirect": "/check/",
    "wrong method": "/json/",
    "not found": "/nowhere/",
}


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
def test_every_answer_has_the_headers(browser: Client, path: str) -> None:
    response = browser.get(path)
    for name, value in HEADERS.items():
        assert response.headers[name] == value
    assert ("no-store" in response.headers["Cache-Control"]) is not path.startswith("/static/")
    assert not response.cookies


def test_the_policy_allows_nothing_inline() -> None:
    assert "unsafe" not in POLICY
    assert POLICY.startswith("default-src 'none'")


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://example.org"},
        {"Origin": "null"},
    ],
)
@pytest.mark.parametrize("path", ["/check/", "/json/"])
def test_a_post_from_another_site_is_refused(browser: Client, path: str, headers: dict[str, str]) -> None:
    response = browser.post(path, {"text": "x"}, headers=headers)
    assert response.status_code == 403
    assert "来自别的网站" in response.content.decode()


@pytest.mark.parametrize(
    "headers",
    [{}, {"Sec-Fetch-Site": "same-origin"}, {"Origin": "http://localhost"}, {"Sec-Fetch-Site": "none"}],
)
def test_control_a_post_of_our_own_page_is_taken(browser: Client, headers: dict[str, str]) -> None:
    assert browser.post("/check/", {"text": ""}, headers=headers).status_code == 400


def test_a_strange_host_is_refused() -> None:
    assert Client(SERVER_NAME="evil.example").get("/").status_code == 400


def test_hsts_only_behind_https(browser: Client) -> None:
    assert "Strict-Transport-Security" not in browser.get("/").headers
    with override_settings(HTTPS=True):
        assert "Strict-Transport-Security" in browser.get("/").headers
