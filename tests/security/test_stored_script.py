"""Security check C24: what somebody stores in any text field is shown as text; no page makes markup of it.

Each table is filled with payloads in every text field, every page of the office is asked for, and the answer is read the
way a browser reads it: a payload that became an element, an attribute or an address would stand there as one.
``GONGKAI_PAYLOADS`` says how many payloads (500 in ``make security``).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from typing import Any

import pytest
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import include, path
from lxml import html

from gongkai.web.limits.models import Tried
from gongkai.web.people.models import Person
from gongkai.web.rights.access import allow
from tests.security.filling import fill
from tests.security.test_isolation import everything, own_pages  # noqa: F401
from tests.web.offices import Office

COUNT = int(os.environ.get("GONGKAI_PAYLOADS") or 8)
MARK = "zqx"
"""What each payload leaves behind where it is not text: an element, an attribute or an address with it."""
BEFORE = (
    "",
    '"',
    "'",
    "`",
    '">',
    "'>",
    "</textarea>",
    "</title>",
    "</script>",
    "-->",
    "]]>",
    "</style>",
    "'><",
)
BODIES = (
    "<zqx>", "<img src=x zqx=1>", "<svg/onload=zqx()>", "<script>zqx()</script>", "<a href=javascript:zqx()>x</a>",
    " onfocus=zqx() autofocus ", "<iframe src=javascript:zqx()>", "<math><zqx>", "<b/zqx=1>", "<details open ontoggle=zqx()>",
    "javascript:zqx()", "<style>@import 'zqx'</style>", "<form action=javascript:zqx()><input type=submit>",
    "<object data=zqx>", "<base href=//zqx/>", "<meta http-equiv=refresh content=0;url=//zqx>", "<link rel=stylesheet href=//zqx>",
    "{{ zqx }}<zqx>", "<embed src=//zqx>", "<input zqx=1>",
)  # fmt: skip
AFTER = ("", "<!--")
PAYLOADS = [a + b + c for b, a, c in product(BODIES, BEFORE, AFTER)][:: max(1, 520 // COUNT)][:COUNT]


@contextmanager
def poisoned(office: Office, payload: str) -> Iterator[None]:
    """A row with the payload in every text of every table; gone afterwards, the tables that refuse changes included."""
    with transaction.atomic():
        fill(office.organ, payload)
        people = Person.objects.for_organ(office.organ)
        people.update(name=payload, post=payload[:40])
        type(office.organ).objects.filter(pk=office.organ.pk).update(name=payload, short_name=payload[:40])
        yield
        transaction.set_rollback(True)


def alive(page: bytes) -> list[str]:
    """Traces of a payload outside text: elements, names or values of attributes that run or load, rules of style."""
    out = []
    for element in html.fromstring(page).iter():
        if not isinstance(element.tag, str):
            if MARK in (element.text or ""):
                out.append("comment")
            continue
        if MARK in element.tag or (element.tag in ("script", "style") and MARK in (element.text or "")):
            out.append(element.tag)
        for name, value in element.attrib.items():
            loads = name in ("href", "src", "action", "formaction", "data", "srcdoc", "content", "style")
            runs = loads and (
                value.strip().lower().startswith(("javascript:", "//", "data:"))
                or name in ("srcdoc", "style")
            )
            if MARK in name or (MARK in value and (name.startswith("on") or runs)):
                out.append(f"{element.tag} {name}")
    return out


def found(client: Client, office: Office) -> tuple[list[str], int]:
    """Where a payload lives, and on how many pages it stood as text."""
    out, shown = [], 0
    client.raise_request_exception = False
    for address in sorted(set(own_pages(office))):
        Tried.objects.all().delete()
        answer = client.get(address)
        if answer.status_code == 200 and "html" in answer.headers["Content-Type"] and not answer.streaming:
            shown += MARK in answer.content.decode()
            out += [f"{address}: {one}" for one in alive(answer.content)]
    return out, shown


@pytest.mark.slow
def test_nothing_stored_comes_alive(everything: Client, office: Office) -> None:  # noqa: F811
    for payload in PAYLOADS:
        with poisoned(office, payload):
            living, shown = found(everything, office)
        assert living == [], payload
        assert shown > 10, "the payload stood on hardly a page"


@allow("people.read", "GET")
def careless(request: HttpRequest) -> HttpResponse:
    """Writes a stored text into the page as it is."""
    post = Person.objects.for_organ(request.actor.organ_id).order_by("pk").values_list("post", flat=True)  # type: ignore[attr-defined]
    return HttpResponse("<!doctype html><title>a</title><p>" + "".join(post))


urlpatterns = [path("office/careless/", careless), path("", include("gongkai.web.urls"))]


@pytest.mark.parametrize("payload", ["<zqx>", "<svg/onload=zqx()>", "<a href=javascript:zqx()>x</a>"])
def test_control_a_page_that_trusts_is_caught(
    everything: Client,  # noqa: F811
    office: Office,
    settings: Any,
    payload: str,
) -> None:
    settings.ROOT_URLCONF = __name__
    with poisoned(office, payload):
        assert any("/office/careless/" in one for one in found(everything, office)[0])
