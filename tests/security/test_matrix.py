"""Security check C09: every address of the office × role × method has an expectation, made from the right of its view.

A view without ``@allow`` fails, an address that is not on the list :data:`PAGES` fails. For each role the answer must be
what its rights say: 302 to the sign-in page, 403 without the right, 405 by another method, else what the list says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from gongkai.web.rights.access import OPEN
from gongkai.web.rights.roles import everybody, roles
from tests.web.offices import Office

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
WHO = ("nobody", "no_role", *roles())

PAGES: dict[str, str] = {
    "office/": "office.enter",
    "office/keys/": "office.enter",
    "office/display/": "office.enter",
    "office/applications/": "applications.read",
    "office/applications/board/": "applications.read",
    "office/applications/confirming/": "applications.register",
    "office/applications/new/": "applications.register",
    "office/applications/backlog/": "applications.register",
    "office/applications/backlog/sample/": "applications.register",
    "office/applications/backlog/confirm/": "applications.register",
    "office/applications/oversight/": "applications.read",
    "office/applications/<slug:number>/same/": "applications.handle",
    "office/applications/<slug:number>/urging/": "applications.approve",
    "office/applications/<slug:number>/receipt/": "applications.register",
    "office/applications/<slug:number>/attempts/": "applications.register",
    "office/applications/<slug:number>/parts/": "applications.handle",
    "office/applications/<slug:number>/together/": "applications.handle",
    "office/applications/<slug:number>/apart/": "applications.handle",
    "office/applications/<slug:number>/double/": "applications.approve",
    "office/applications/<slug:number>/kin/": "applications.read",
    "office/applications/<slug:number>/frequency/": "applications.open",
    "office/applications/<slug:number>/sheet/": "applications.open",
    "office/applications/<slug:number>/code/": "applications.register",
    "office/applications/new/<slug:channel>/": "applications.register",
    "office/files/": "attachments.read",
    "office/attachments/": "attachments.add",
    "office/attachments/<uuid:id>/": "attachments.read",
    "office/attachments/<uuid:id>/erasure/": "attachments.add",
    "office/letters/": "letters.read",
    "office/applications/<slug:number>/letters/": "letters.draft",
    "office/applications/<slug:number>/letters/<slug:kind>/": "letters.draft",
    "office/applications/<slug:number>/archive/": "applications.handle",
    "office/applications/<slug:number>/erasure/": "applications.approve",
    "office/applications/<slug:number>/drafts/": "applications.handle",
    "office/withheld/": "applications.read",
    "office/withheld/<uuid:withheld>/": "applications.read",
    "office/withheld/<uuid:withheld>/reassessments/": "applications.handle",
    "office/answers/": "review.read",
    "office/answers/<uuid:casedraft>/": "review.read",
    "office/answers/<uuid:casedraft>/release/": "review.release",
    "office/answers/<uuid:casedraft>/withdrawal/": "review.release",
    "office/replies/<uuid:id>/": "letters.read",
    "office/replies/<uuid:id>/review/": "letters.draft",
    "office/replies/<uuid:id>/deliveries/": "applications.handle",
    "office/replies/<uuid:id>/correction/": "letters.draft",
    "office/letters/trial/": "letters.draft",
    "office/letters/trial/<slug:kind>/": "letters.draft",
    "office/letters/patterns/": "letters.edit_patterns",
    "office/letters/<uuid:id>/": "letters.read",
    "office/letters/<uuid:id>/print/": "letters.read",
    "office/letters/<uuid:id>/versions/": "letters.draft",
    "office/letters/<uuid:id>/number/": "letters.send",
    "office/letters/<uuid:id>/scan/": "letters.draft",
    "office/letters/<uuid:id>/dispatch/": "letters.send",
    "office/letters/<uuid:id>/void/": "letters.send",
    "office/applications/<slug:number>/": "applications.read",
    "office/applications/<slug:number>/applicant/": "applications.open",
    "office/applications/<slug:number>/events/<slug:kind>/": "applications.handle",
    "office/applications/<slug:number>/approvals/<slug:kind>/": "applications.approve",
    "office/applications/<slug:number>/proposals/": "applications.handle",
    "office/applications/<slug:number>/proposals/new/<str:kind>/": "applications.handle",
    "office/applications/<slug:number>/proposals/<int:proposal>/withdrawal/": "applications.handle",
    "office/applications/<slug:number>/notes/": "applications.comment",
    "office/applications/<slug:number>/assignments/": "applications.handle",
    "office/applications/<slug:number>/assignments/<uuid:assignment>/end/": "applications.handle",
    "office/applications/<slug:number>/sent/": "applications.open",
    "office/applications/<slug:number>/requests/<slug:kind>/": "applications.handle",
    "office/applications/<slug:number>/requests/<uuid:approval>/refusal/": "applications.approve",
    "office/applications/<slug:number>/fee/": "applications.read",
    "office/applications/<slug:number>/refund/": "applications.approve",
    "office/applications/<slug:number>/notice-receipt/": "applications.handle",
    "office/sign-in/": OPEN,
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
    "office/review/chains/<slug:kind>/<slug:sort>/": "review.edit_chains",
    "office/review/chains/<slug:kind>/<slug:sort>/general/": "review.edit_chains",
    "office/review/<uuid:review_id>/": "review.read",
    "office/review/<uuid:review_id>/signature/": "review.sign",
    "office/review/<uuid:review_id>/secrecy/": "review.sign_secrecy",
    "office/review/<uuid:review_id>/return/": "review.sign",
    "office/review/<uuid:review_id>/withdrawal/": "review.submit",
    "office/review/<uuid:review_id>/resubmission/": "review.submit",
    "office/review/<uuid:review_id>/release/": "review.release",
    "office/review/<uuid:review_id>/paper/": "review.enter_paper",
    "office/review/<uuid:review_id>/form/": "review.read",
    "office/review/<uuid:review_id>/secrecy-form/": "review.read",
    "office/drafts/": "review.read",
    "office/drafts/new/": "review.submit",
    "office/drafts/<uuid:draft_id>/": "review.read",
    "office/drafts/<uuid:draft_id>/version/": "review.submit",
    "office/drafts/<uuid:draft_id>/submission/": "review.submit",
    "office/sign-in/code/": OPEN,
    "office/sign-out/": "people.own",
    "office/own/": "people.own",
    "office/own/password/": "people.own",
    "office/own/second-factor/": "people.own",
    "office/own/second-factor/bind/": "people.own",
    "office/own/recovery-codes/": "people.own",
    "office/own/sign-ins/": "people.own",
    "office/own/sign-ins/end/": "people.own",
    "office/own/delegations/": "people.own",
    "office/delegations/<uuid:delegation>/end/": "people.own",
    "office/set-up/": "people.read",
    "office/organ/": "organs.read",
    "office/organ/change/": "organs.edit",
    "office/organ/letters/": "organs.read",
    "office/organ/choices/": "organs.read",
    "office/organ/choices/<str:name>/": "organs.edit",
    "office/organ/<slug:section>/": "organs.read",
    "office/organ/<slug:section>/new/": "organs.edit",
    "office/organ/<slug:section>/<uuid:row>/end/": "organs.edit",
    "office/people/": "people.read",
    "office/people/new/": "people.edit",
    "office/people/roles/": "people.read",
    "office/people/unused/": "people.read",
    "office/people/locked/": "people.read",
    "office/people/<uuid:person>/": "people.read",
    "office/people/<uuid:person>/change/": "people.edit",
    "office/people/<uuid:person>/leave/": "people.hand_over",
    "office/people/<uuid:person>/look/<slug:field>/": "people.read",
    "office/people/<uuid:person>/delegations/": "people.edit",
    "office/people/<uuid:person>/grants/": "people.grant",
    "office/people/<uuid:person>/reset/": "people.reset_sign_in",
    "office/grants/<uuid:rolegrant>/end/": "people.grant",
    "office/units/": "people.read",
    "office/units/new/": "people.edit",
    "office/units/<uuid:unit>/change/": "people.edit",
    "office/units/<uuid:unit>/dissolve/": "people.edit",
}
"""Every address below ``office/`` with the right that it must ask for."""
ANY = "00000000-0000-4000-8000-000000000000"


def example(route: str) -> str:
    """An address with its parts filled in by names of nothing that is there."""
    return re.sub(
        r"<uuid:\w+>", ANY, re.sub(r"<(slug|str):\w+>", "nothing", re.sub(r"<int:\w+>", "0", route))
    )


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
    granted = everybody() if who == "no_role" else roles()[who].rights if signed_in else frozenset()
    if right != OPEN and right not in granted:
        return {403}
    return {200, 302, 303, 400, 404, 409, 422}


@pytest.mark.slow
@pytest.mark.parametrize("who", WHO)
def test_every_address_for_every_role_by_every_method(office: Office, who: str) -> None:
    def anew() -> Client:
        if who == "nobody":
            return Client(SERVER_NAME="localhost")
        return office.client("" if who == "no_role" else who)

    wrong, client = [], anew()
    for route, view in ROUTES.items():
        for method in METHODS:
            address = "/" + example(route)
            response = client.generic(method, address)
            if response.status_code not in expected(who, view.right, view.methods, method):
                wrong.append(f"{method} {address}: {response.status_code}")
            if method == "POST" and response.status_code not in {403, 405}:
                # What was done may have ended the session.
                client = anew()
    assert wrong == []
