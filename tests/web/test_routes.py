"""Every address and method has an expectation; an address that is not on the list fails."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from tests.web.offices import Office

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
REFUSED = dict.fromkeys(METHODS, 405)
EXPECTED: dict[str, dict[str, int]] = {
    "": REFUSED | {"GET": 200, "HEAD": 200},
    "check/": REFUSED | {"GET": 302, "HEAD": 302, "POST": 400},
    "sample/<slug:key>/": REFUSED | {"GET": 200, "HEAD": 200},
    "together/": REFUSED | {"GET": 302, "HEAD": 302, "POST": 422},
    "archive/": REFUSED | {"POST": 422},
    "convert/": REFUSED | {"POST": 422},
    "json/": REFUSED | {"POST": 422},
    "answers/": REFUSED | {"GET": 200, "HEAD": 200},
    "answers/<uuid:answer>/": REFUSED | {"GET": 404, "HEAD": 404},
    "apply/": REFUSED | {"GET": 200, "HEAD": 200},
    "apply/privacy/": REFUSED | {"GET": 200, "HEAD": 200},
    "apply/<slug:organ>/": REFUSED | {"GET": 200, "HEAD": 200},
    "apply/<slug:organ>/<slug:who>/": REFUSED | {"GET": 200, "HEAD": 200, "POST": 400},
    "case/": REFUSED | {"GET": 200, "HEAD": 200, "POST": 400},
    "case/correction/": REFUSED | {"POST": 403},
    "case/reasons/": REFUSED | {"POST": 403},
    "case/material/": REFUSED | {"POST": 403},
    "case/withdrawal/": REFUSED | {"POST": 403},
    "case/receipt/": REFUSED | {"POST": 403},
    "case/suggestion/": REFUSED | {"POST": 403},
    "favicon.ico": REFUSED | {"GET": 301, "HEAD": 301},
    "case/letter/": REFUSED | {"POST": 403},
    "case/rating/": REFUSED | {"POST": 403},
    "deadline/": REFUSED | {"GET": 200, "HEAD": 200},
}
"""The public addresses; those of the office, for each role, stand in tests/security/test_matrix.py."""
EXAMPLE = {
    "answers/<uuid:answer>/": "answers/00000000-0000-4000-8000-000000000000/",
    "sample/<slug:key>/": "sample/minghu/",
    "apply/<slug:organ>/": "apply/linxi-sfj/",
    "apply/<slug:organ>/<slug:who>/": "apply/linxi-sfj/person/",
}


def routes(patterns: Iterable[URLPattern | URLResolver], before: str = "") -> Iterator[str]:
    """Every route below a list of patterns."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, before + str(pattern.pattern))
        else:
            yield before + str(pattern.pattern)


def unlisted(found: Iterable[str]) -> set[str]:
    """Routes without an expectation, and expectations without a route."""
    return set(found) ^ set(EXPECTED)


def test_every_address_is_listed() -> None:
    found = routes(get_resolver().url_patterns)
    assert unlisted(route for route in found if not route.startswith("office/")) == set()


def test_control_a_new_address_is_noticed() -> None:
    assert unlisted([*EXPECTED, "admin/"]) == {"admin/"}


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("route", EXPECTED)
def test_every_method_of_every_address(browser: Client, office: Office, route: str, method: str) -> None:
    response = browser.generic(method, "/" + EXAMPLE.get(route, route))
    assert response.status_code == EXPECTED[route][method]
    if response.status_code == 405:
        assert "GET" in response.headers["Allow"] or "POST" in response.headers["Allow"]
        assert method == "HEAD" or "不能这样打开" in response.content.decode()


@pytest.mark.parametrize(
    "path",
    [
        "/nowhere/",
        "/sample/nowhere/",
        "/sample/../settings.py/",
        "/static/../settings.py",
        "/admin/",
        "/check",
    ],
)
def test_other_addresses_are_not_there(browser: Client, path: str) -> None:
    response = browser.get(path)
    assert response.status_code in {404, 301}
    assert response.status_code == 404 or response.headers["Location"] == "/check/"
