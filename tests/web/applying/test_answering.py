"""Refusals of the public pages are pages in Chinese with the right status; no cookie is ever set."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from gongkai.web.applying.answering import not_there, problem, public, too_large, too_many
from gongkai.web.limits.trying import TooMany


def test_methods() -> None:
    view = public("GET")(lambda request: HttpResponse("yes"))
    make = RequestFactory()
    assert view(make.get("/")).status_code == view(make.head("/")).status_code == 200
    answer = view(make.post("/"))
    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD")
    assert "不能这样打开" in answer.content.decode()


def test_too_many_tells_when_and_how_else() -> None:
    def view(request: HttpRequest) -> HttpResponse:
        raise TooMany("apply", 120)

    answer = public("POST")(view)(RequestFactory().post("/"))
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "120")
    assert "邮寄" in answer.content.decode()
    assert too_many(RequestFactory().get("/"), TooMany("apply", 60)).status_code == 429


def test_too_large_is_told_before_it_is_read() -> None:
    def view(request: HttpRequest) -> HttpResponse:
        raise AssertionError("the body must not be read")

    request = RequestFactory().post("/", CONTENT_LENGTH=settings.UPLOAD_TOTAL_BYTES * 2)
    answer = public("POST")(view)(request)
    assert answer.status_code == too_large(request).status_code == 413
    assert f"{settings.UPLOAD_TOTAL_BYTES // 1024 // 1024}MB" in answer.content.decode()


def test_pages() -> None:
    request = RequestFactory().get("/")
    assert not_there(request).status_code == 404
    answer = problem(request, "标题", "缘由", "办法", status=409)
    assert answer.status_code == 409
    assert all(word in answer.content.decode() for word in ("标题", "缘由", "办法"))
