"""One try too many is answered with 429, the time to wait, and what to do."""

from __future__ import annotations

from django.http import HttpResponse
from django.test import RequestFactory

from gongkai.web.limits.answering import Limited
from gongkai.web.limits.trying import TooMany


def test_any_view_may_say_too_many() -> None:
    middleware = Limited(lambda request: HttpResponse("通过"))
    request = RequestFactory().get("/office/")
    response = middleware.process_exception(request, TooMany("export", 90))
    assert response is not None
    assert response.status_code == 429
    assert response.headers["Retry-After"] == "90"
    assert "2分钟后再试" in response.content.decode()


def test_other_faults_are_not_swallowed() -> None:
    middleware = Limited(lambda request: HttpResponse("通过"))
    request = RequestFactory().get("/office/")
    assert middleware.process_exception(request, ValueError("x")) is None
    assert middleware(request).content.decode() == "通过"
