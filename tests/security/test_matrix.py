"""Security check C09: every address of the office × role × method has an expectation, made from the right of its view.

A view without ``@allow`` fails, an address that is not on the list :data:`PAGES` fails. For each role the answer must be
what its rights say: 302 to the sign-in page, 403 without the right, 405 by another method, else what the list says.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from gongkai.web.rights.access import OPEN
from gongkai.web.rights.roles import roles
from tests.web.offices import Office

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
WHO = ("nobody", "no_role", *roles())

PAGES: dict[str, str] = {
    "office/": "office.enter",
    "office/keys/": "office.enter",
    "office/display/": "office.enter",
    "office/sign-in/": OPEN,
    "office/sign-out/": "office.enter",
    "office/notices/": "office.enter",
    "office/notices/reading/": "office.enter",
    "office/notices/templates/": "notices.edit_templates",
    "office/notices/templates/<str:key>/": "notices.edit_templates",
    "office/notices/templates/<str:key>/shipped/": "notices.edit_templates",
    "office/notices/delivery/": "notices.edit_templates",
    "office/review/": "review.read",
    "office/review/all/": "review.read",
    "office/review/chains/": "review.edit_chains",
    "office/review/chains/<slug:kind>/": "review.edit_chains",
    "office/review/<uuid:review_id>/": "review.read",
    "office/review/<uuid:review_id>/signature/": "review.sign",
    "office/review/<uuid:review_id>/secrecy/": "review.sign_secrecy",
    "office/review/<uuid:review_id>/return/": "review.sign",
    "office/review/<uuid:review_id>/withdrawal/": "review.submit",
    "office/review/<uuid:review_id>/resubmission/": "review.submit",
    "office/review/<uuid:review_id>/release/": "review.release",
    "office/review/<uuid:review_id>/form/": "review.read",
    "office/review/<uuid:review_id>/secrecy-form/": "review.read",
    "office/drafts/": "review.read",
    "office/drafts/new/": "review.submit",
    "office/drafts/<uuid:draft_id>/": "review.read",
    "office/drafts/<uuid:draft_id>/version/": "review.submit",
    "office/drafts/<uuid:draft_id>/submission/": "review.submit",
}
"""Every address below ``office/`` with the right that it must ask for."""
NOBODYS = "00000000-0000-0000-0000-000000000000"
EXAMPLES: dict[str, str] = {
    "office/review/chains/<slug:kind>/": "office/review/chains/nothing/",
    "office/review/<uuid:review_id>/": f"office/review/{NOBODYS}/",
    "office/review/<uuid:review_id>/signature/": f"office/review/{NOBODYS}/signature/",
    "office/review/<uuid:review_id>/secrecy/": f"office/review/{NOBODYS}/secrecy/",
    "office/review/<uuid:review_id>/return/": f"office/review/{NOBODYS}/return/",
    "office/review/<uuid:review_id>/withdrawal/": f"office/review/{NOBODYS}/withdrawal/",
    "office/review/<uuid:review_id>/resubmission/": f"office/review/{NOBODYS}/resubmission/",
    "office/review/<uuid:review_id>/release/": f"office/review/{NOBODYS}/release/",
    "office/review/<uuid:review_id>/form/": f"office/review/{NOBODYS}/form/",
    "office/review/<uuid:review_id>/secrecy-form/": f"office/review/{NOBODYS}/secrecy-form/",
    "office/drafts/<uuid:draft_id>/": f"office/drafts/{NOBODYS}/",
    "office/drafts/<uuid:draft_id>/version/": f"office/drafts/{NOBODYS}/version/",
    "office/drafts/<uuid:draft_id>/submission/": f"office/drafts/{NOBODYS}/submission/",
    "office/notices/templates/<str:key>/": "office/notices/templates/nothing/",
    "office/notices/templates/<str:key>/shipped/": "office/notices/templates/nothing/shipped/",
}
"""For an address with parts to fill in, one that answers whatever the parts name (nothing that is there)."""


def office_routes(patterns: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    """Every address below ``office/`` and its view."""
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from office_routes(pattern.url_patterns, route)
        elif isinstance(pattern, URLPattern) and route.startswith("office/"):
            yield route, pattern.callback


ROUTES = dict(office_routes(get_resolver().url_patterns))


def problems(found: dict[str, Any], listed: dict[str, str]) -> list[str]:
    """Addresses that are not listed, listed ones that there are not, views without a right or with another one."""
    out = [f"{route}: not on the list" for route in found if route not in listed]
    out += [f"{route}: there is no such address" for route in listed if route not in found]
    for route, view in found.items():
        right = getattr(view, "right", None)
        if right is None:
            out.append(f"{route}: the view asks for no right")
        elif route in listed and right != listed[route]:
            out.append(f"{route}: asks for {right}, the list says {listed[route]}")
    return out


def test_every_address_asks_for_its_right() -> None:
    assert ROUTES
    assert problems(ROUTES, PAGES) == []


def test_control_an_open_hole_is_named() -> None:
    assert problems({"office/": lambda request: None}, {"office/": "office.enter"}) == [
        "office/: the view asks for no right"
    ]
    assert problems(ROUTES | {"office/new/": ROUTES["office/"]}, PAGES) == ["office/new/: not on the list"]
    assert problems(ROUTES, PAGES | {"office/gone/": OPEN}) == ["office/gone/: there is no such address"]


def expected(who: str, right: str, methods: frozenset[str], method: str) -> set[int]:
    """The answers that are right; 200 to 499 without 403 and 405 where the way is open (the thing may not be there)."""
    signed_in = who != "nobody"
    if right != OPEN and not signed_in:
        return {302}
    if method not in methods:
        return {405}
    if right != OPEN and (who == "no_role" or right not in roles()[who].rights):
        return {403}
    return {200, 302, 303, 400, 404, 409, 422}


@pytest.mark.parametrize("who", WHO)
def test_every_address_for_every_role_by_every_method(office: Office, who: str) -> None:
    wrong = []
    for route, view in ROUTES.items():
        for method in METHODS:
            client = Client(SERVER_NAME="localhost")
            if who != "nobody":
                client = office.client("" if who == "no_role" else who)
            address = "/" + EXAMPLES.get(route, route)
            response = client.generic(method, address)
            if response.status_code not in expected(who, view.right, view.methods, method):
                wrong.append(f"{method} {address}: {response.status_code}")
    assert wrong == []
