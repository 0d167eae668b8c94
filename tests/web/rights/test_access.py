"""The gate before a view: who is not signed in is led there, without the right nothing is shown."""

from __future__ import annotations

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from gongkai.web.rights.access import OPEN, allow, conflict, not_there
from gongkai.web.rights.actor import Actor

MAKE = RequestFactory(SERVER_NAME="localhost")
CLERK = Actor("p1", "甲", None, "linxi", frozenset({"office.enter"}))


@allow("office.enter", "GET")
def page(request: HttpRequest) -> HttpResponse:
    return HttpResponse("inside")


@allow("people.grant", "POST")
def deed(request: HttpRequest) -> HttpResponse:
    return HttpResponse("done")


@allow(OPEN, "GET", "POST")
def door(request: HttpRequest) -> HttpResponse:
    return HttpResponse("door")


def asked(method: str, actor: Actor | None, path: str = "/office/x/?a=1") -> HttpRequest:
    request = MAKE.generic(method, path)
    if actor:
        request.actor = actor  # type: ignore[attr-defined]
    return request


def test_with_the_right() -> None:
    assert page(asked("GET", CLERK)).status_code == 200
    assert page(asked("HEAD", CLERK)).status_code == 200
    assert page.right == "office.enter"  # type: ignore[attr-defined]
    assert page.methods == {"GET", "HEAD"}  # type: ignore[attr-defined]


def test_without_sign_in_one_is_led_there_and_back() -> None:
    response = page(asked("GET", None))
    assert response.status_code == 302
    assert response.headers["Location"] == "/office/sign-in/?next=/office/x/%3Fa%3D1"
    assert deed(asked("POST", None)).headers["Location"].endswith("next=/office/")


def test_without_the_right() -> None:
    response = deed(asked("POST", CLERK))
    assert response.status_code == 403
    assert "安全管理员" in response.content.decode()


def test_by_another_method() -> None:
    response = page(asked("DELETE", CLERK))
    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD"


def test_an_open_door() -> None:
    assert door(asked("GET", None)).status_code == 200
    assert door(asked("PUT", None)).status_code == 405


@pytest.mark.parametrize(("answer", "code"), [(not_there, 404), (lambda r: conflict(r, "甲已经签了。"), 409)])
def test_problem_pages_say_what_next(answer: object, code: int) -> None:
    assert callable(answer)
    response = answer(asked("GET", CLERK))
    assert response.status_code == code
    assert "请返回" in response.content.decode()
