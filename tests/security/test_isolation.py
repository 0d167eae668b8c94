"""Two organs of 50 people in one installation: no page, list, search, export, count or error of the one tells of the other.

The harness walks every registered address of the office as somebody who holds every role there is (no real person does), so
later apps fall under it by themselves: their tables are filled by :mod:`tests.security.filling`, their addresses are found.
Security checks C10, C12.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import get_resolver, include, path
from django.utils import timezone
from lxml import html

from gongkai.web.limits.models import Tried
from gongkai.web.people.models import Person
from gongkai.web.rights.access import allow, not_there
from gongkai.web.rights.roles import roles
from tests.security.filling import fill, rows_of, tables
from tests.security.test_matrix import office_routes
from tests.web.offices import FIRST_DAY, Office

pytestmark = pytest.mark.slow
MARK = "别处机关的字样"
ASKED = ("", f"?q={MARK}", "?view=print", "?export=csv", "?page=2", "?sort=-name")
"""The forms in which each page is asked for."""
LEFT_OUT = {"office/sign-in/", "office/sign-in/code/"}
"""Addresses that belong to nobody's organ."""
UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]*"')


@pytest.fixture
def everything(office: Office) -> Client:
    """A client for whom every page of an organ with many people opens."""
    people(office, "本机关")
    return office.with_every_role()


def people(office: Office, name: str) -> None:
    """Fifty people of an organ."""
    for number in range(50):
        person = Person(
            organ=office.organ, unit=office.unit, login=f"{office.organ.code}.p{number}", joined_on=FIRST_DAY
        )
        person.name, person.post = f"{name}{number}", name
        person.password_set_at, person.password_set_by = timezone.now(), str(person.pk)
        person.save(force_insert=True)


def filled(other: Office) -> None:
    """The other organ with fifty people, one of each role, and a row in every table."""
    other.organ.name = other.organ.short_name = MARK
    other.organ.save()
    for role in roles():
        other.person(role)
    people(other, MARK)
    fill(other.organ, MARK)


def plain(response: Any, *ids: object) -> tuple[int, str]:
    """Status and body of an answer, without what differs in each: form tokens, and the ids that were asked for."""
    body = response.content.decode("utf-8", "replace") if not response.streaming else ""
    body = TOKEN.sub("", body) + response.headers.get("Location", "")
    for id in ids:
        body = body.replace(str(id), "ID")
    return response.status_code, body


def walked(client: Client, routes: dict[str, Any]) -> dict[str, tuple[int, str]]:
    """What every address without parts answers, in every form."""
    out = {}
    for route, view in routes.items():
        if "<" not in route and "GET" in view.methods and route not in LEFT_OUT:
            for asked in ASKED:
                Tried.objects.all().delete()
                out[f"/{route}{asked}"] = plain(client.get(f"/{route}{asked}"))
    return out


def all_routes() -> dict[str, Any]:
    """Every address of the office as it is registered now."""
    return dict(office_routes(get_resolver().url_patterns))


def changed(client: Client, other: Office) -> list[str]:
    """The pages that say something else once the other organ has people and rows, though they do not change by themselves."""
    first, again = walked(client, all_routes()), walked(client, all_routes())
    still = {address for address in first if first[address] == again[address]}
    assert len(still) > len(first) * 0.9, sorted(set(first) - still)
    filled(other)
    after = walked(client, all_routes())
    told = [
        address
        for address, (_, body) in after.items()
        if MARK in body.replace(f'value="{MARK}"', "").replace(f"q={MARK}", "")
    ]
    return sorted({address for address in still if after[address] != again[address]} | set(told))


def test_pages_lists_searches_exports_counts(everything: Client, other_office: Office) -> None:
    assert changed(everything, other_office) == []


def foreign_ids(other: Office) -> Iterator[Any]:
    """One id of each table of the other organ."""
    for model in tables():
        if isinstance(pk := rows_of(model, other.organ).values_list("pk", flat=True).first(), type(uuid4())):
            yield pk


def leaks(client: Client, other: Office) -> list[str]:
    """Addresses that answer otherwise for a row of the other organ than for one that there is not."""
    out, ids = [], list(foreign_ids(other))
    for route, view in all_routes().items():
        if "<uuid:" not in route:
            continue
        for method in sorted({"GET", "POST"} & view.methods):
            for word in ("phone", "courts", "nothing") if "<slug:" in route else ("",):
                template = re.sub(r"<(slug|str|int):\w+>", word or "0", route)
                nobody = uuid4()
                expected = plain(
                    client.generic(method, "/" + re.sub(r"<uuid:\w+>", str(nobody), template)), nobody
                )
                for id in ids:
                    Tried.objects.all().delete()
                    answer = plain(client.generic(method, "/" + re.sub(r"<uuid:\w+>", str(id), template)), id)
                    if answer != expected:
                        out.append(f"{method} /{template}: {answer[0]} instead of {expected[0]}")
    return sorted(set(out))


def test_rows_of_the_other_organ_are_as_if_there_were_none(everything: Client, other_office: Office) -> None:
    filled(other_office)
    assert len(list(foreign_ids(other_office))) > 10
    assert leaks(everything, other_office) == []


def own_pages(office: Office) -> Iterator[str]:
    """Every page that shows a form: those without parts, and those of an own row of the table that the part names."""
    by_name = {model._meta.model_name: model for model in tables()}
    for route, view in all_routes().items():
        if "GET" not in view.methods or route in LEFT_OUT:
            continue
        names = re.findall(r"<uuid:(\w+)>", route)
        filled_in = re.sub(r"<slug:section>", "officers", route)
        for name in names:
            model = by_name.get(name.removesuffix("_id"))
            row = rows_of(model, office.organ).order_by("pk").first() if model else None
            filled_in = filled_in.replace(f"<uuid:{name}>", str(row.pk) if row else "")
        if "<" not in filled_in and "//" not in filled_in:
            yield "/" + filled_in


def choosing(client: Client, other: Office, office: Office) -> tuple[list[str], int]:
    """Forms that take a row of the other organ, or tell it from none; and how many choices were tried."""
    out, tried, ids = [], 0, list(foreign_ids(other))
    # A row that was made without its app's own act may not be one that its page can show; it is passed over.
    client.raise_request_exception = False
    for address in own_pages(office):
        page = client.get(address)
        if page.status_code != 200 or "html" not in page.headers["Content-Type"]:
            continue
        for form in html.fromstring(page.content).forms:
            if form.method.upper() != "POST":
                continue
            for select in form.xpath(".//select[option[string-length(@value)=36]]"):
                values = dict(form.form_values()) | {
                    s.name: (s.value_options or [""])[-1] for s in form.xpath(".//select")
                }
                values = {key: value or "2026-03-02" for key, value in values.items() if key}
                target, nobody = form.action or address, uuid4()
                expected = plain(client.post(target, values | {select.name: str(nobody)}), nobody)
                for id in ids:
                    tried += 1
                    answer = plain(client.post(target, values | {select.name: str(id)}), id)
                    if answer != expected or answer[0] < 400:
                        out.append(f"{target}: {select.name} = a row of the other organ: {answer[0]}")
    return sorted(set(out)), tried


def test_no_form_takes_a_row_of_the_other_organ(
    everything: Client, office: Office, other_office: Office
) -> None:
    filled(other_office)
    fill(office.organ, "本机关")
    found, tried = choosing(everything, other_office, office)
    assert found == []
    assert tried > 50


def test_every_table_of_organs_is_filled(other_office: Office) -> None:
    filled(other_office)
    assert len(list(tables())) > 10
    assert [m.__name__ for m in tables() if not rows_of(m, other_office.organ).exists()] == []


@allow("people.read", "GET")
def counting(request: HttpRequest) -> HttpResponse:
    """Tells how many people there are in the whole installation."""
    return HttpResponse(f"共{Person.objects.count()}人")


@allow("people.read", "GET")
def seeing(request: HttpRequest, person: Any) -> HttpResponse:
    """Answers otherwise for somebody of another organ than for nobody."""
    return (
        HttpResponse("不是本机关的人", status=403)
        if Person.objects.filter(pk=person).exists()
        else not_there(request)
    )


urlpatterns = [
    path("office/counting/", counting),
    path("office/seeing/<uuid:person>/", seeing),
    path("", include("gongkai.web.urls")),
]


def test_control_a_count_and_an_error_that_tell_are_caught(
    everything: Client, other_office: Office, settings: Any
) -> None:
    settings.ROOT_URLCONF = __name__
    assert changed(everything, other_office) == sorted(f"/office/counting/{asked}" for asked in ASKED)
    assert leaks(everything, other_office) == ["GET /office/seeing/<uuid:person>/: 403 instead of 404"]
