"""The three ways to show a page travel in the address and in forms; an unknown one is the usual way."""

from __future__ import annotations

import pytest
from django.test import Client, RequestFactory

from gongkai.web.portal.modes import MODES, chosen


@pytest.mark.parametrize("mode", MODES, ids=lambda m: m.key or "usual")
def test_the_address_chooses(mode: object, browser: Client) -> None:
    key = getattr(mode, "key", "")
    page = browser.get("/", {"mode": key}).content.decode()
    assert f'data-mode="{key}"' in page
    assert f'name="mode" value="{key}"' in page
    assert (f"/sample/yunzhou/?mode={key}" in page) is bool(key)


def test_a_form_carries_the_mode_on(browser: Client) -> None:
    assert 'data-mode="elder"' in browser.post("/check/", {"mode": "elder", "text": ""}).content.decode()
    assert browser.get("/check/?mode=elder").headers["Location"] == "/?mode=elder"


def test_an_unknown_mode_is_the_usual_way() -> None:
    assert chosen(RequestFactory().get("/", {"mode": '"><script>'})).key == ""
